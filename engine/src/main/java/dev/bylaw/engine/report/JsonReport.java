package dev.bylaw.engine.report;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contract for machines. Findings are written as they come, each on a line of its own, so a
 * large run needs no memory for them; the document is whole however the run ends.
 */
public final class JsonReport implements Report {
  /** Grows only where a key goes or changes its meaning. */
  public static final int VERSION = 1;

  private final TextSink out;
  private final List<String> diagnostics = new ArrayList<>();
  private boolean begun;
  private boolean hasFindings;

  public JsonReport(TextSink out) {
    this.out = out;
  }

  @Override
  public void finding(Finding finding) {
    begin();
    print((hasFindings ? ",\n  " : "\n  ") + Json.object(g -> write(finding, g)));
    hasFindings = true;
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    diagnostics.add(Json.object(g -> write(diagnostic, g)));
  }

  @Override
  public void endOfFile(String name) {}

  @Override
  public void finish(Tally tally, ExitCode code) {
    begin();
    print(hasFindings ? "\n ],\n" : "],\n");
    print(" \"diagnostics\": [");
    print(diagnostics.isEmpty() ? "" : "\n  " + String.join(",\n  ", diagnostics) + "\n ");
    print("],\n \"summary\": " + Json.object(g -> write(tally, code, g)) + "}\n");
    out.flush();
  }

  private void begin() {
    if (!begun) {
      begun = true;
      print("{\"version\": " + VERSION + ",\n \"findings\": [");
    }
  }

  public static void write(Finding finding, JsonWriter g) {
    g.writeStringField("rule", finding.ruleId());
    g.writeStringField("severity", finding.severity().word());
    g.writeStringField("outcome", finding.outcome().word());
    g.writeStringField("message", finding.message());
    span(finding.span(), g);
    Resource resource = finding.resource();
    g.writeObjectFieldStart("resource");
    g.writeStringField("apiVersion", resource.apiVersion());
    g.writeStringField("kind", resource.kind());
    g.writeStringField("namespace", resource.namespace());
    g.writeStringField("name", resource.name());
    g.writeEndObject();
    g.writeStringField("source", Origin.of(finding));
    g.writeStringField("container", finding.container());
    g.writeStringField("path", finding.path());
    g.writeStringField("fingerprint", finding.fingerprint());
    waiver(finding.waiver(), g);
  }

  private static void waiver(@Nullable CheckedWaiver waiver, JsonWriter g) {
    if (waiver == null) {
      g.writeNullField("waiver");
      return;
    }
    g.writeObjectFieldStart("waiver");
    g.writeStringField("because", waiver.because());
    g.writeStringField("approvedBy", waiver.approvedBy());
    g.writeStringField("until", waiver.until());
    span(waiver.span(), g);
    g.writeEndObject();
  }

  public static void write(Diagnostic diagnostic, JsonWriter g) {
    g.writeStringField("code", diagnostic.code().id());
    g.writeStringField("severity", diagnostic.severity().word());
    g.writeStringField("message", diagnostic.message());
    g.writeStringField("help", diagnostic.help());
    span(diagnostic.primary().span(), g);
  }

  public static void write(Tally tally, ExitCode code, JsonWriter g) {
    g.writeNumberField("files", tally.files());
    g.writeNumberField("documents", tally.documents());
    g.writeNumberField("checked", tally.checkedDocuments());
    g.writeNumberField("notKubernetes", tally.notKubernetesDocuments());
    g.writeNumberField("unknownKind", tally.unknownKindDocuments());
    g.writeNumberField("unreadable", tally.unreadableDocuments());
    g.writeNumberField("findings", tally.violated());
    g.writeNumberField("waived", tally.waived());
    g.writeNumberField("baselined", tally.baselined());
    g.writeNumberField("unchanged", tally.unchanged());
    g.writeNumberField("rulesOff", tally.rulesOff());
    g.writeNumberField("exitCode", code.code());
  }

  public static void span(Span span, JsonWriter g) {
    Position from = span.from();
    Position until = span.until();
    g.writeStringField("file", span.source().name());
    g.writeNumberField("line", from.line());
    g.writeNumberField("column", from.column());
    g.writeNumberField("endLine", until.line());
    g.writeNumberField("endColumn", until.column());
  }

  private void print(String text) {
    out.print(text);
  }
}
