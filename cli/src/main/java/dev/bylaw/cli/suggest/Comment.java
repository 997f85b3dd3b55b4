package dev.bylaw.cli.suggest;

/** Sentences as comment lines that fit a terminal. */
final class Comment {
  private static final int WIDTH = 96;

  private Comment() {}

  /**
   * Appends a text, with {@code first} before its first line and {@code next} before the others.
   */
  static void append(StringBuilder out, String first, String next, String text) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line.setLength(0);
        line.append(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.append(line).append('\n');
  }
}
