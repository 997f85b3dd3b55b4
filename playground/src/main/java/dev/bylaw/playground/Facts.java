package dev.bylaw.playground;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.engine.service.Edit;
import dev.bylaw.engine.service.Range;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Span;
import java.util.List;

/** Findings, diagnostics and places as JSON, with everything that the page shows of them. */
final class Facts {
  private Facts() {}

  static void texts(String name, List<String> texts, JsonWriter out) {
    out.writeArrayFieldStart(name);
    texts.forEach(out::writeString);
    out.writeEndArray();
  }

  /** A place in a file: lines and columns from 1, the end exclusive, columns in UTF-16 units. */
  static void place(String name, Span span, JsonWriter out) {
    place(name, new Range(span.source().name(), span.from(), span.until()), out);
  }

  /** The same, of a place that an editor is told. */
  static void place(String name, Range range, JsonWriter out) {
    Position from = range.from();
    Position until = range.until();
    out.writeObjectFieldStart(name);
    out.writeStringField("file", range.file());
    out.writeNumberField("line", from.line());
    out.writeNumberField("column", from.column());
    out.writeNumberField("endLine", until.line());
    out.writeNumberField("endColumn", until.column());
    out.writeEndObject();
  }

  static void finding(Finding finding, JsonWriter out) {
    finding(finding, false, out);
  }

  /**
   * The same.
   *
   * @param mendable whether {@code bylaw fix} can mend it
   */
  static void finding(Finding finding, boolean mendable, JsonWriter out) {
    out.writeStartObject();
    out.writeStringField("rule", finding.ruleId());
    out.writeStringField("severity", finding.severity().word());
    out.writeStringField("outcome", finding.outcome().word());
    out.writeStringField("message", finding.message());
    out.writeStringField("note", finding.note());
    place("at", finding.span(), out);
    if (finding.rule() != null) {
      out.writeStringField("title", finding.rule().title());
      place("clause", finding.rule().clause(), out);
    }
    texts("missing", finding.missing(), out);
    out.writeStringField("insert", finding.insert());
    out.writeBooleanField("mendable", mendable);
    out.writeStringField("resource", named(finding.resource()));
    out.writeStringField("container", finding.container());
    out.writeStringField("path", finding.path());
    out.writeStringField("fingerprint", finding.fingerprint());
    out.writeEndObject();
  }

  /** {@code DaemonSet monitoring/agent}. */
  static String named(Resource resource) {
    String namespace = resource.namespace() == null ? "" : resource.namespace() + "/";
    String name = resource.name() == null ? "(no name)" : resource.name();
    return resource.kind() + " " + namespace + name;
  }

  static void diagnostic(Diagnostic diagnostic, JsonWriter out) {
    out.writeStartObject();
    out.writeStringField("code", diagnostic.code().id());
    out.writeStringField("severity", diagnostic.severity().word());
    out.writeStringField("message", diagnostic.message());
    out.writeStringField("help", diagnostic.help());
    out.writeStringField("label", diagnostic.primary().text());
    place("at", diagnostic.primary().span(), out);
    out.writeArrayFieldStart("related");
    for (Diagnostic.Label label : diagnostic.related()) {
      out.writeStartObject();
      out.writeStringField("text", label.text());
      place("at", label.span(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("fixes");
    diagnostic.fixes().forEach(fix -> fix(fix, out));
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void fix(Diagnostic.Fix fix, JsonWriter out) {
    out.writeStartObject();
    out.writeStringField("title", fix.title());
    out.writeArrayFieldStart("edits");
    for (Diagnostic.Edit edit : fix.edits()) {
      out.writeStartObject();
      place("at", edit.span(), out);
      out.writeStringField("text", edit.replacement());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Texts that take the place of others. */
  static void edits(List<Edit> edits, JsonWriter out) {
    out.writeArrayFieldStart("edits");
    for (Edit edit : edits) {
      out.writeStartObject();
      place("at", edit.range(), out);
      out.writeStringField("text", edit.text());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
