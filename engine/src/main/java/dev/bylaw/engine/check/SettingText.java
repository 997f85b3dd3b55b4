package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.StringContent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a value that is set from outside: a bare word or a text in quotes, and for a list
 * several of these with commas between, in brackets or without.
 */
final class SettingText {
  private SettingText() {}

  /** The elements of a list, or null if a bracket or a quote is without its other half. */
  static @Nullable List<Node.Text> elements(Node.Text list) {
    Part all = Part.of(list).trimmed();
    boolean brackets = all.text().startsWith("[");
    if (brackets != all.text().endsWith("]") || all.text().equals("[")) {
      return null;
    }
    Part inner = brackets ? all.part(1, all.text().length() - 1) : all;
    List<Node.Text> elements = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i <= inner.text().length(); i++) {
      char c = i < inner.text().length() ? inner.text().charAt(i) : ',';
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (i >= inner.text().length() || (c == ',' && !quoted)) {
        Part element = inner.part(start, Math.min(i, inner.text().length())).trimmed();
        // A comma may follow the last element, and `[]` has none.
        if (i < inner.text().length() || !element.text().isEmpty()) {
          elements.add(element.node());
        }
        start = i + 1;
      }
    }
    return quoted ? null : elements;
  }

  /** What one value means: without its quotes, if it has any. */
  static Node.Text single(Node.Text written) {
    Part part = Part.of(written).trimmed();
    String text = part.text();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted
        ? new Node.Text(
            StringContent.of(new Span(new Source("", text), 0, text.length())).value(), part.span())
        : written;
  }

  /** A part of a written value, and its place as far as that is known. */
  private record Part(String text, Span span, boolean exact) {
    static Part of(Node.Text written) {
      return new Part(
          written.value(), written.span(), written.span().text().equals(written.value()));
    }

    Part part(int start, int end) {
      Span place = exact ? new Span(span.source(), span.start() + start, span.start() + end) : span;
      return new Part(text.substring(start, end), place, exact);
    }

    Part trimmed() {
      int start = text.length() - text.stripLeading().length();
      return part(start, Math.max(start, text.stripTrailing().length()));
    }

    Node.Text node() {
      return new Node.Text(text, span);
    }
  }
}
