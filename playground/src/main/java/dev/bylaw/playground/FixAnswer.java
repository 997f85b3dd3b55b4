package dev.bylaw.playground;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.fix.Fixed;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.grammar.Source;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bylaw fix} would make of one manifest, or of one finding in it, and what it leaves as
 * it is.
 */
final class FixAnswer {
  private FixAnswer() {}

  /** {@code null} if the rules do not compile. */
  static String of(Workbench workbench, Request request, Steps steps) {
    Source file = workbench.file(request.text("file"));
    Fixed fixed = new Run(workbench, request, steps).fix(file, request.optional("finding"));
    if (fixed == null) {
      return "null";
    }
    String mark = file.text().startsWith("\ufeff") ? "\ufeff" : "";
    return JsonWriter.object(out -> {
      out.writeStringField("text", mark + fixed.text());
      out.writeArrayFieldStart("mended");
      fixed.mended().forEach(finding -> write(finding, null, out));
      out.writeEndArray();
      out.writeArrayFieldStart("withheld");
      fixed.withheld().forEach(kept -> write(kept.finding(), kept.reason(), out));
      out.writeEndArray();
    });
  }

  private static void write(Finding finding, @Nullable String reason, JsonWriter out) {
    out.writeStartObject();
    out.writeStringField("rule", finding.ruleId());
    out.writeStringField("message", finding.message());
    out.writeStringField("reason", reason);
    out.writeEndObject();
  }
}
