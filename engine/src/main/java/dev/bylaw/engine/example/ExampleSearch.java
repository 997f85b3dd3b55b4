package dev.bylaw.engine.example;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest manifest that breaks a rule and the smallest that passes it.
 *
 * <p>The search works backwards from the condition of the rule and proposes manifests; only what
 * the evaluator, reading the text as it reads any other, judges as wanted is an example. The search
 * is bounded, so it may miss one; it never gives a wrong one.
 */
public final class ExampleSearch {
  private final Schema schema;
  private final Skeleton skeleton;
  private final List<ConditionSolver> solvers;

  /** With the kinds of the version of Kubernetes that the rules were checked against. */
  public ExampleSearch(Schema schema) {
    this.schema = schema;
    this.skeleton = new Skeleton(schema);
    // Most examples are found by looking at few proposals, and far quicker.
    this.solvers =
        List.of(
            new ConditionSolver(schema, skeleton, 6),
            new ConditionSolver(schema, skeleton, 20),
            new ConditionSolver(schema, skeleton, 60));
  }

  /**
   * The examples of a rule, as YAML.
   *
   * @param violating a manifest in which the rule finds something; null if none was found
   * @param passing a manifest that has a subject of the rule and in which it finds nothing; null if
   *     none was found
   */
  public record Examples(@Nullable String violating, @Nullable String passing) {}

  /**
   * Searches for both examples of a rule.
   *
   * @param accesses those of the rule's policy
   */
  public Examples of(CheckedRule rule, List<Access> accesses) {
    Plan plan = Planner.plan(new CheckedPolicy(List.of(rule), accesses), schema);
    return new Examples(find(rule, plan, true), find(rule, plan, false));
  }

  private @Nullable String find(CheckedRule rule, Plan plan, boolean violating) {
    for (ConditionSolver solver : solvers) {
      String found = find(rule, plan, violating, solver);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable String find(
      CheckedRule rule, Plan plan, boolean violating, ConditionSolver solver) {
    boolean truth = (rule.verdict() == Verdict.DENY) == violating;
    List<Draft> proposals = new ArrayList<>();
    for (Skeleton.Start start : skeleton.starts(rule.subject())) {
      List<Draft> applied =
          rule.when() == null
              ? List.of(start.draft())
              : solver.meet(rule.when(), true, start.draft(), start.scene());
      for (Draft draft : applied) {
        proposals.addAll(solver.meet(rule.condition(), truth, draft, start.scene()));
      }
    }
    List<Draft> ordered = new ArrayList<>(new LinkedHashSet<>(proposals));
    ordered.sort(Comparator.comparingInt(Draft::cost));
    for (Draft draft : ordered) {
      String text = DraftText.of(draft);
      if (isExample(text, rule, plan, violating)) {
        return text;
      }
    }
    return null;
  }

  private static boolean isExample(String text, CheckedRule rule, Plan plan, boolean violating) {
    List<Manifest> documents = new ManifestReader(Limits.DEFAULT).read("example.yaml", text);
    Inventory inventory = new Inventory();
    documents.forEach(inventory::add);
    boolean applied = false;
    boolean violated = false;
    for (Manifest document : documents) {
      if (document.status() != Manifest.Status.KUBERNETES || !document.diagnostics().isEmpty()) {
        return false;
      }
      Evaluation evaluation = new Evaluator(plan, inventory).evaluate(document);
      applied |= evaluation.applied().contains(rule.id());
      violated |= evaluation.findings().stream().anyMatch(f -> f.ruleId().equals(rule.id()));
      if (evaluation.findings().stream().anyMatch(f -> !f.ruleId().equals(rule.id()))) {
        // A value of the wrong type is no example of anything.
        return false;
      }
    }
    return violating ? violated : applied && !violated;
  }
}
