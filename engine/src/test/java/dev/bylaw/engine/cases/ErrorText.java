package dev.bylaw.engine.cases;

import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Diagnostic.Edit;
import dev.bylaw.grammar.Diagnostic.Fix;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Diagnostics as text, each with the exact stretch that it marks; and for each fix what the line
 * becomes, and which errors the file has afterwards that it had not before.
 */
final class ErrorText {
  private final List<Source> sources;
  private final List<Diagnostic> all;
  private final Schema schema;
  private final StringBuilder out = new StringBuilder();

  private ErrorText(List<Source> sources, List<Diagnostic> all, Schema schema) {
    this.schema = schema;
    this.sources = sources;
    this.all = all;
  }

  /** Without the sources no fix is tried. */
  static String of(List<Source> sources, List<Diagnostic> diagnostics, Schema schema)
      throws IOException {
    ErrorText text = new ErrorText(sources, diagnostics, schema);
    for (Diagnostic diagnostic : diagnostics) {
      text.diagnostic(diagnostic);
    }
    return text.out.toString();
  }

  static String range(Span span) {
    Position from = span.from();
    Position until = span.until();
    return from.line() + ":" + from.column() + "-" + until.line() + ":" + until.column();
  }

  private void diagnostic(Diagnostic diagnostic) throws IOException {
    Span span = diagnostic.primary().span();
    out.append(diagnostic.severity().word()).append(' ').append(diagnostic.code().id());
    out.append(' ').append(place(span)).append('\n');
    out.append("  ").append(diagnostic.message()).append('\n');
    if (!diagnostic.primary().text().isEmpty()) {
      out.append("  here: ").append(diagnostic.primary().text()).append('\n');
    }
    if (diagnostic.help() != null) {
      out.append("  help: ").append(diagnostic.help()).append('\n');
    }
    for (Diagnostic.Label label : diagnostic.related()) {
      out.append("  ").append(label.text()).append(": ").append(place(label.span())).append('\n');
    }
    for (Fix fix : diagnostic.fixes()) {
      fix(fix);
    }
    out.append('\n');
  }

  private String place(Span span) {
    String file = sources.size() > 1 ? span.source().name() + ":" : "";
    return file + range(span) + " `" + span.text().replace("\n", "\\n") + "`";
  }

  private void fix(Fix fix) throws IOException {
    Source source = fix.edits().getFirst().span().source();
    StringBuilder text = new StringBuilder(source.text());
    for (Edit edit : fix.edits().reversed()) {
      text.replace(edit.span().start(), edit.span().end(), edit.replacement());
    }
    Source mended = new Source(source.name(), text.toString());
    int line = fix.edits().getFirst().span().from().line();
    out.append("  fix: ").append(fix.title()).append('\n');
    out.append("    ").append(mended.line(line).strip()).append('\n');
    if (!sources.contains(source)) {
      return;
    }
    List<Source> after = new ArrayList<>(sources);
    after.set(sources.indexOf(source), mended);
    for (Diagnostic left : Cases.compile(after, schema).diagnostics()) {
      boolean known =
          all.stream()
              .anyMatch(d ->
                  d.code().id().equals(left.code().id()) && d.message().equals(left.message()));
      if (!known) {
        out.append("    and then: ").append(left.code().id());
        out.append(' ').append(left.message()).append('\n');
      }
    }
  }
}
