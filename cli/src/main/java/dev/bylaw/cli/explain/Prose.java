package dev.bylaw.cli.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Markdown in a terminal: as plain as it is written, but with lines that fit. Paragraphs and list
 * items are wrapped, everything else stays.
 */
final class Prose {
  static final int WIDTH = 88;

  private Prose() {}

  static List<String> wrapped(String markdown) {
    List<String> out = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    String hang = "";
    boolean fenced = false;
    for (String line : markdown.strip().split("\n", -1)) {
      String text = line.strip();
      boolean fence = text.startsWith("```");
      if (fenced || fence || text.isEmpty() || isVerbatim(line)) {
        close(open, hang, out);
        fenced ^= fence;
        out.add(line.stripTrailing());
        hang = "";
        continue;
      }
      int item = itemWidth(line);
      if (item > 0) {
        close(open, hang, out);
        hang = " ".repeat(item);
        open.append(line.stripTrailing());
      } else {
        open.append(open.isEmpty() ? "" : " ").append(text);
      }
    }
    close(open, hang, out);
    return out;
  }

  /** Code, tables and headings. */
  private static boolean isVerbatim(String line) {
    return line.startsWith("    ") || line.startsWith("|") || line.startsWith("#");
  }

  /** How far the text of a list item is indented; 0 for what begins none. */
  private static int itemWidth(String line) {
    int start = line.length() - line.stripLeading().length();
    String text = line.substring(start);
    if (text.startsWith("- ") || text.startsWith("* ")) {
      return start + 2;
    }
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits > 0 && text.startsWith(". ", digits) ? start + digits + 2 : 0;
  }

  private static void close(StringBuilder open, String hang, List<String> out) {
    if (open.isEmpty()) {
      return;
    }
    StringBuilder line = new StringBuilder();
    String text = open.toString();
    String first = text.substring(0, text.length() - text.stripLeading().length());
    line.append(first);
    boolean empty = true;
    for (String word : text.strip().split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.add(line.toString());
        line.setLength(0);
        line.append(hang);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.add(line.toString());
    open.setLength(0);
  }
}
