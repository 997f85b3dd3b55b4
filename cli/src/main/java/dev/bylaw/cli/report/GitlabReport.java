package dev.bylaw.cli.report;

import dev.bylaw.cli.Output;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Json;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.engine.report.Levels;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.engine.value.Sha256;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import java.util.HashMap;
import java.util.Map;

/**
 * GitLab's code quality report: a list of issues, each with a fingerprint of its own. A waived or
 * baselined finding is no issue. What could not be read is one, so that nobody takes it for clean.
 *
 * <p>Form: GitLab's documentation, "Code Quality report format".
 */
final class GitlabReport implements Report {
  private final Output out;
  private final SourceTree tree;
  private final Map<String, Integer> sameDiagnostics = new HashMap<>();
  private boolean begun;

  GitlabReport(Output out, SourceTree tree) {
    this.out = out;
    this.tree = tree;
  }

  @Override
  public void finding(Finding finding) {
    if (finding.outcome() == Finding.Outcome.VIOLATED) {
      issue(
          finding.ruleId(),
          finding.message(),
          Levels.gitlab(finding.severity()),
          finding.fingerprint(),
          finding.span());
    }
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    Span span = diagnostic.primary().span();
    String key =
        String.join("\n", diagnostic.code().id(), span.source().name(), diagnostic.message());
    int occurrence = sameDiagnostics.merge(key, 1, Integer::sum);
    issue(
        diagnostic.code().id(),
        diagnostic.message(),
        Levels.gitlab(diagnostic),
        Sha256.hex(key + "\n" + occurrence).substring(0, 32),
        span);
  }

  private void issue(
      String check, String description, String severity, String fingerprint, Span span) {
    out.print(begun ? ",\n " : "[\n ");
    begun = true;
    out.print(
        Json.object(g -> {
          g.writeStringField("description", description);
          g.writeStringField("check_name", check);
          g.writeStringField("fingerprint", fingerprint);
          g.writeStringField("severity", severity);
          location(span, g);
        }));
  }

  private void location(Span span, JsonWriter g) {
    g.writeObjectFieldStart("location");
    g.writeStringField("path", tree.path(span.source().name()));
    g.writeObjectFieldStart("lines");
    g.writeNumberField("begin", span.from().line());
    g.writeNumberField("end", span.until().line());
    g.writeEndObject();
    g.writeEndObject();
  }

  @Override
  public void endOfFile(String name) {}

  @Override
  public void finish(Tally tally, ExitCode code) {
    out.print(begun ? "\n]\n" : "[]\n");
    out.flush();
  }
}
