package dev.bylaw.playground;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.evaluate.Explainer;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.report.WhyJson;
import dev.bylaw.engine.waiver.Terms;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.List;

/** What {@code bylaw explain RULE MANIFEST --format json} says. */
final class WhyAnswer {
  private WhyAnswer() {}

  /**
   * {@code null} if the rules do not compile, or have no rule of this id: both happen while
   * somebody types.
   */
  static String of(Workbench workbench, Request request, Steps steps) {
    Staged<CheckedPolicy> policy = workbench.policy(request, steps);
    String id = request.text("rule");
    for (CheckedRule rule : policy.result().rules()) {
      if (rule.id().equals(id) && !policy.hasErrors()) {
        return of(rule, policy.result(), workbench, request, steps);
      }
    }
    return "null";
  }

  private static String of(
      CheckedRule rule, CheckedPolicy policy, Workbench workbench, Request request, Steps steps) {
    CheckedPolicy one =
        new CheckedPolicy(List.of(rule), policy.accesses(), policy.waivers(), List.of());
    Plan plan = Planner.plan(one, workbench.schema(request)).within(steps);
    Inventory inventory = new Inventory();
    List<List<Manifest>> files = workbench.manifests(request);
    files.forEach(file -> file.forEach(inventory::add));
    String today = request.text("today");
    Waivers waivers = new Waivers(plan, today);
    Terms terms = Terms.of(one, _ -> false, today);
    Explainer explainer = new Explainer(rule, plan, inventory, waivers, terms);
    List<Explanation> explanations = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (List<Manifest> file : files) {
      for (Manifest manifest : file) {
        diagnostics.addAll(manifest.diagnostics());
        if (manifest.status() == Manifest.Status.KUBERNETES) {
          explanations.addAll(explainer.explain(manifest));
        }
      }
    }
    boolean incomplete =
        explanations.isEmpty() || diagnostics.stream().anyMatch(Diagnostic::isError);
    return WhyJson.of(rule, explanations, diagnostics, incomplete ? 3 : 0);
  }
}
