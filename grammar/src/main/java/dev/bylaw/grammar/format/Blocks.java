package dev.bylaw.grammar.format;

import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.StringContent;

/** Moves a block of text in or out together with the clause that it belongs to. */
final class Blocks {
  private Blocks() {}

  /**
   * The literal with its closing quotes at a column, and its lines as far from them as before. One
   * of which the text would change stays as it is.
   */
  static String indented(Lexeme block, int indent) {
    String raw = block.text();
    String value = StringContent.of(block.span()).value();
    if (raw.indexOf('\n') < 0 || !value.endsWith("\n")) {
      return raw;
    }
    StringBuilder margin = new StringBuilder();
    for (int i = 0; i < indent; i++) {
      margin.append(' ');
    }
    StringBuilder moved = new StringBuilder("\"\"\"\n");
    int at = 0;
    while (at < value.length()) {
      int end = value.indexOf('\n', at) + 1;
      if (end > at + 1) {
        moved.append(margin);
      }
      moved.append(value, at, end);
      at = end;
    }
    moved.append(margin).append("\"\"\"");
    return value.equals(value(moved.toString())) ? moved.toString() : raw;
  }

  private static String value(String raw) {
    return StringContent.of(new Span(new Source("", raw), 0, raw.length())).value();
  }
}
