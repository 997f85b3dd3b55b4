package dev.bylaw.engine.waiver;

import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A comment in words, without the {@code #} before them. Blanks part words, but not between quotes.
 */
final class CommentWords {
  private final Span comment;
  private final String text;
  private final List<int[]> words = new ArrayList<>();

  private CommentWords(Span comment) {
    this.comment = comment;
    this.text = comment.text();
  }

  static CommentWords of(Span comment) {
    CommentWords words = new CommentWords(comment);
    int at = 0;
    while (at < words.text.length() && words.text.charAt(at) == '#') {
      at++;
    }
    words.split(at);
    return words;
  }

  private void split(int from) {
    int at = from;
    while (at < text.length()) {
      if (isBlank(text.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      boolean quoted = false;
      while (at < text.length() && (quoted || !isBlank(text.charAt(at)))) {
        quoted ^= text.charAt(at) == '"' && (quoted || text.charAt(Math.max(0, at - 1)) == '=');
        at++;
      }
      words.add(new int[] {start, at});
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  int size() {
    return words.size();
  }

  String word(int index) {
    return index < words.size() ? text.substring(words.get(index)[0], words.get(index)[1]) : "";
  }

  String first() {
    return word(0);
  }

  String second() {
    return word(1);
  }

  Span span(int index) {
    int[] word = index < words.size() ? words.get(index) : new int[] {0, text.length()};
    return part(word[0], word[1]);
  }

  /** A part of a word, by offsets into it. */
  Span span(int index, int from, int to) {
    int start = words.get(index)[0];
    return part(start + from, start + to);
  }

  /** All that stands behind a word. */
  String after(int index) {
    return text.substring(words.get(index)[1]).strip();
  }

  Span whole() {
    return comment;
  }

  private Span part(int from, int to) {
    return new Span(comment.source(), comment.start() + from, comment.start() + to);
  }
}
