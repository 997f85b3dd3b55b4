package dev.bylaw.engine.capability.observe;

import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;

/** A line without its line break, from {@code start} up to {@code end} of its source. */
record Line(Source source, String text, int start) {
  Span span() {
    return new Span(source, start, start + text.length());
  }

  /** From an offset in the line up to its end. */
  Span span(int from) {
    return new Span(source, start + from, start + text.length());
  }

  Span span(int from, int to) {
    return new Span(source, start + from, start + to);
  }

  boolean isBlank() {
    return words().isEmpty();
  }

  boolean isIndented() {
    return !text.isEmpty() && isSpace(text.charAt(0));
  }

  List<Word> words() {
    List<Word> words = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inWord = i < text.length() && !isSpace(text.charAt(i));
      if (inWord && from < 0) {
        from = i;
      } else if (!inWord && from >= 0) {
        words.add(new Word(text.substring(from, i), span(from, i)));
        from = -1;
      }
    }
    return words;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
