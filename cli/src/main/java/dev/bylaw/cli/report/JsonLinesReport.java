package dev.bylaw.cli.report;

import dev.bylaw.cli.Output;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Json;
import dev.bylaw.engine.report.JsonReport;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.grammar.Diagnostic;
import java.util.function.Consumer;

/**
 * One event on a line, written as soon as its file is checked: what the JSON report holds, for who
 * does not want to wait for its end. The last event is the summary, however the run ends.
 */
final class JsonLinesReport implements Report {
  private final Output out;
  private boolean begun;

  JsonLinesReport(Output out) {
    this.out = out;
  }

  @Override
  public void finding(Finding finding) {
    event("finding", g -> JsonReport.write(finding, g));
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    event("diagnostic", g -> JsonReport.write(diagnostic, g));
  }

  @Override
  public void endOfFile(String name) {
    out.flush();
  }

  @Override
  public void finish(Tally tally, ExitCode code) {
    event("summary", g -> JsonReport.write(tally, code, g));
    out.flush();
  }

  private void event(String name, Consumer<JsonWriter> fields) {
    if (!begun) {
      begun = true;
      out.println(Json.object(g -> start(g)));
    }
    out.println(
        Json.object(g -> {
          g.writeStringField("event", name);
          fields.accept(g);
        }));
  }

  private static void start(JsonWriter g) {
    g.writeStringField("event", "start");
    g.writeNumberField("version", JsonReport.VERSION);
  }
}
