package dev.bylaw.playground;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.engine.policy.SubjectText;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.grammar.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What {@code bylaw check} finds, with the places in rules and manifests that the page marks. */
final class CheckAnswer implements Report {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Found> findings = new ArrayList<>();
  private Predicate<Finding> canMend = _ -> false;
  private Tally tally = new Tally();
  private ExitCode code = ExitCode.BUG;

  /**
   * A finding.
   *
   * @param mendable whether {@code bylaw fix} can mend it
   */
  private record Found(Finding finding, boolean mendable) {}

  private CheckAnswer() {}

  static String of(Workbench workbench, Request request, Steps steps) {
    CheckAnswer answer = new CheckAnswer();
    Run run = new Run(workbench, request, steps);
    run.tell(answer);
    return JsonWriter.object(out -> answer.write(run.rules(), run.applied(), out));
  }

  @Override
  public void mendable(Predicate<Finding> predicate) {
    canMend = predicate;
  }

  @Override
  public void finding(Finding finding) {
    findings.add(new Found(finding, !finding.changes().isEmpty() && canMend.test(finding)));
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  @Override
  public void endOfFile(String name) {}

  @Override
  public void finish(Tally counted, ExitCode ending) {
    tally = counted;
    code = ending;
  }

  private void write(List<CheckedRule> rules, List<String> applied, JsonWriter out) {
    out.writeBooleanField("compiles", code != ExitCode.USAGE);
    out.writeArrayFieldStart("rules");
    rules.forEach(rule -> rule(rule, out));
    out.writeEndArray();
    out.writeNumberField("documents", tally.documents());
    out.writeBooleanField("checked", tally.checkedSomething());
    Facts.texts("applied", applied, out);
    Facts.texts("unknownKinds", List.copyOf(tally.unknownKinds().keySet()), out);
    out.writeArrayFieldStart("findings");
    findings.forEach(found -> Facts.finding(found.finding(), found.mendable(), out));
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
