package dev.bylaw.engine.service;

import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.List;

/** The smallest single edit from one text to another, so that an editor keeps its place. */
final class TextChange {
  private TextChange() {}

  /** The edit that gives a part of a file another text; none if it has that text. */
  static List<Edit> between(Source file, int start, int end, String after) {
    String before = file.text().substring(start, end);
    if (before.equals(after)) {
      return List.of();
    }
    int shorter = Math.min(before.length(), after.length());
    int same = 0;
    while (same < shorter && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    while (same > 0 && isInside(before, same)) {
      same--;
    }
    int rest = 0;
    while (rest < shorter - same
        && before.charAt(before.length() - 1 - rest) == after.charAt(after.length() - 1 - rest)) {
      rest++;
    }
    while (rest > 0 && isInside(before, before.length() - rest)) {
      rest--;
    }
    Span span = new Span(file, start + same, end - rest);
    return List.of(Edit.of(span, after.substring(same, after.length() - rest)));
  }

  /** Between the halves of a character, or of a line's end. */
  private static boolean isInside(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    char next = text.charAt(at);
    return Character.isSurrogatePair(before, next) || (before == '\r' && next == '\n');
  }
}
