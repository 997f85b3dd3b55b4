package dev.bylaw.grammar.frame;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Style.Role;

/** Draws one diagnostic: what is wrong, the place in its line, and the remedy. */
public final class DiagnosticFrame {
  private DiagnosticFrame() {}

  /** All lines, each with its line break. */
  public static String of(Diagnostic diagnostic, Style style) {
    Diagnostic.Label primary = diagnostic.primary();
    Role role = diagnostic.isError() ? Role.ALARM : Role.WARNING;
    int last = primary.span().from().line();
    for (Diagnostic.Label label : diagnostic.related()) {
      last = Math.max(last, label.span().from().line());
    }
    Frame frame = new Frame(style, last);
    frame.title(role, diagnostic.severity().word(), diagnostic.code().id(), diagnostic.message());
    if (primary.span().source().text().isEmpty()) {
      frame.file(primary.span().source().name());
    } else {
      frame.place(primary.span(), "").bar().excerpt(primary.span(), 0, role, primary.text());
    }
    for (Diagnostic.Label label : diagnostic.related()) {
      frame.place(label.span(), "").bar().excerpt(label.span(), 0, Role.GUTTER, label.text());
    }
    if (diagnostic.help() != null) {
      frame.bar().remark("help", diagnostic.help());
    }
    return frame.toString();
  }

  /** {@code path:line:col: error[BY0201] message}. */
  public static String line(Diagnostic diagnostic) {
    Span span = diagnostic.primary().span();
    return concise(
        span, diagnostic.severity().word(), diagnostic.code().id(), diagnostic.message());
  }

  /** {@code path:line:col: word[name] message}. */
  public static String concise(Span span, String word, String name, String message) {
    Position from = span.from();
    String text =
        span.source().name()
            + (":" + from.line() + ":" + from.column() + ": " + word + "[" + name + "] ")
            + message;
    return Printable.of(text);
  }
}
