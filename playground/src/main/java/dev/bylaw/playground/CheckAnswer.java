package dev.bylaw.playground;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.engine.policy.SubjectText;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.List;

/** What {@code bylaw check} finds, with the places in rules and manifests that the page marks. */
final class CheckAnswer {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<CheckedRule> rules = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> applied = new ArrayList<>();
  private final List<String> unknownKinds = new ArrayList<>();
  private int documents;
  private boolean compiles;

  private CheckAnswer() {}

  static String of(Workbench workbench, Request request) {
    CheckAnswer answer = new CheckAnswer();
    Staged<CheckedPolicy> policy = workbench.policy(request);
    answer.diagnostics.addAll(policy.diagnostics());
    answer.compiles = !policy.hasErrors();
    answer.rules.addAll(policy.result().rules());
    if (answer.compiles) {
      answer.check(workbench, request, policy.result());
    }
    return JsonWriter.object(answer::write);
  }

  private void check(Workbench workbench, Request request, CheckedPolicy policy) {
    List<List<Manifest>> files = workbench.manifests(request);
    Inventory inventory = new Inventory();
    files.forEach(file -> file.forEach(inventory::add));
    Evaluator evaluator = new Evaluator(Planner.plan(policy, workbench.schema(request)), inventory);
    Waivers waivers = new Waivers(policy.waivers(), request.text("today"));
    for (List<Manifest> file : files) {
      for (Manifest manifest : file) {
        documents++;
        diagnostics.addAll(manifest.diagnostics());
        if (manifest.status() == Manifest.Status.KUBERNETES) {
          Evaluation evaluation = waivers.apply(evaluator.evaluate(manifest));
          findings.addAll(evaluation.findings());
          applied.addAll(evaluation.applied());
          unknownKinds.addAll(evaluation.unknownKinds());
        }
      }
    }
    diagnostics.addAll(waivers.remarks(policy.rules()));
  }

  private void write(JsonWriter out) {
    out.writeBooleanField("compiles", compiles);
    out.writeArrayFieldStart("rules");
    rules.forEach(rule -> rule(rule, out));
    out.writeEndArray();
    out.writeNumberField("documents", documents);
    Facts.texts("applied", applied.stream().distinct().sorted().toList(), out);
    Facts.texts("unknownKinds", unknownKinds, out);
    out.writeArrayFieldStart("findings");
    findings.forEach(finding -> Facts.finding(finding, out));
    out.writeEndArray();
    out.writeArrayFieldStart("diagnostics");
    diagnostics.forEach(diagnostic -> Facts.diagnostic(diagnostic, out));
    out.writeEndArray();
  }

  private static void rule(CheckedRule rule, JsonWriter out) {
    out.writeStartObject();
    out.writeStringField("id", rule.id());
    out.writeStringField("title", rule.title());
    out.writeStringField("severity", rule.severity().word());
    out.writeStringField("subject", SubjectText.of(rule.subject()));
    out.writeStringField("when", rule.when() == null ? null : ConditionText.of(rule.when()));
    out.writeStringField("condition", ConditionText.of(rule.condition()));
    Facts.place("clause", rule.clause(), out);
    out.writeEndObject();
  }
}
