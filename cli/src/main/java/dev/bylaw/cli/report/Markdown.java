package dev.bylaw.cli.report;

import dev.bylaw.grammar.frame.Printable;

/**
 * Text of strangers in GitHub's and GitLab's Markdown, in one line and fit for the cell of a table:
 * it can draw no link, picture or markup, call nobody by name, and refer to no issue.
 */
final class Markdown {
  /** Breaks a mention or a reference, and cannot be seen. */
  private static final char GAP = '\u200B';

  private Markdown() {}

  /** Prose; what stands between backticks is code. */
  static String prose(String text) {
    String[] parts = Printable.of(text).split("`", -1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean opened = i % 2 == 1;
      boolean closed = i < parts.length - 1;
      if (opened && closed && !parts[i].isBlank()) {
        out.append(code(parts[i]));
      } else {
        out.append(opened ? "\\`" : "").append(escaped(parts[i]));
        out.append(opened && closed ? "\\`" : "");
      }
    }
    return out.toString();
  }

  /** A code span, whatever the text holds. */
  static String code(String text) {
    String line = Printable.of(text);
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    String blank = fence.length() > 1 ? " " : "";
    return fence + blank + line.replace("|", "\\|") + blank + fence;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '@', '#', ':' -> out.append(c).append(next(text, i) ? String.valueOf(GAP) : "");
        case '\\', '*', '_', '[', ']', '|', '~', '!', '$' -> out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    return out.toString().replace("www.", "www" + GAP + ".");
  }

  /** Whether something follows at once: {@code @name}, {@code #12}, {@code https://…}. */
  private static boolean next(String text, int at) {
    return at + 1 < text.length() && text.charAt(at + 1) != ' ';
  }
}
