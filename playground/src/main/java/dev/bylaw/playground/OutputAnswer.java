package dev.bylaw.playground;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.report.FileNames;
import dev.bylaw.engine.report.JsonReport;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.SarifReport;
import dev.bylaw.engine.report.TextReport;
import dev.bylaw.engine.report.TextSink;
import dev.bylaw.grammar.frame.Style;

/** What {@code bylaw check --format …} prints, byte for byte, and its exit code. */
final class OutputAnswer {
  private OutputAnswer() {}

  static String of(Workbench workbench, Request request, Steps steps) {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    TextSink to = out::append;
    String format = request.text("format");
    Report report =
        switch (format) {
          case "text" -> new TextReport(to, Style.PLAIN, err::append, Style.PLAIN, false);
          case "json" -> new JsonReport(to);
          case "sarif" -> new SarifReport(to, FileNames.AS_THEY_ARE, request.text("version"));
          default -> throw new IllegalArgumentException("no format `" + format + "`");
        };
    Run.End end = new Run(workbench, request, steps).tell(report);
    err.append(end.complaint() == null ? "" : end.complaint().text());
    return JsonWriter.object(json -> {
      json.writeStringField("out", out.toString());
      json.writeStringField("err", err.toString());
      json.writeNumberField("exitCode", end.code().code());
    });
  }
}
