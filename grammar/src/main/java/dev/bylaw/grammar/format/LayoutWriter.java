package dev.bylaw.grammar.format;

import dev.bylaw.grammar.Lexeme;

/** Writes the words of a layout from left to right and decides on the way which groups break. */
final class LayoutWriter {
  /** The longest line that words may fill; a string or a comment that is longer stays whole. */
  private static final int WIDTH = 100;

  private final Layout layout;
  private final StringBuilder out = new StringBuilder();
  private int lineStart;

  LayoutWriter(Layout layout) {
    this.layout = layout;
  }

  String write() {
    for (int i = 0; i < layout.size(); i++) {
      gap(i);
      decide(i);
      if (!isTrailingComma(i)) {
        word(i);
      }
    }
    gap(layout.size());
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    return out.toString();
  }

  private int column() {
    return out.length() - lineStart;
  }

  private void gap(int index) {
    Gap gap = layout.gap(index);
    boolean breaks = breaks(index);
    boolean blank = gap.apart;
    boolean first = true;
    for (Gap.Remark remark : gap.remarks) {
      if (remark.trailing()) {
        out.append("  ").append(remark.text());
      } else {
        boolean kept = remark.blankBefore() && gap.keepsBlank && !(first && gap.opens);
        startLine(gap.indent + (gap.closes ? Layout.STEP : 0), blank || kept);
        blank = false;
        out.append(remark.text());
        first = false;
      }
    }
    if (index == layout.size()) {
      return;
    }
    if (breaks) {
      boolean kept = gap.blankInText && gap.keepsBlank && !gap.closes && !isDocumented(gap);
      startLine(gap.indent, blank || (kept && !(first && gap.opens)));
    } else if (gap.space) {
      out.append(' ');
    }
  }

  /** Whether documentation stands right above; then nothing comes between. */
  private static boolean isDocumented(Gap gap) {
    return !gap.remarks.isEmpty() && gap.remarks.getLast().text().startsWith("##");
  }

  private void startLine(int indent, boolean blank) {
    if (out.isEmpty()) {
      return;
    }
    out.append(blank ? "\n\n" : "\n");
    lineStart = out.length();
    for (int i = 0; i < indent; i++) {
      out.append(' ');
    }
  }

  private boolean breaks(int index) {
    Gap gap = layout.gap(index);
    if (gap.hard || !gap.remarks.isEmpty()) {
      return true;
    }
    Group group = gap.group;
    if (group == null || !group.broken) {
      return false;
    }
    return !group.fills || !fits(index, endOfPart(index, group), gap.space ? 1 : 0);
  }

  /** Up to the next gap of a group that fills lines. */
  private int endOfPart(int index, Group group) {
    int end = index + 1;
    while (end < group.to && layout.gap(end).group != group) {
      end++;
    }
    return end;
  }

  private void decide(int index) {
    for (Group group : layout.groupsFrom(index)) {
      group.broken = !fits(index, group.to, 0);
    }
  }

  /** Whether the words up to {@code to}, and what cannot be parted from them, fit on the line. */
  private boolean fits(int from, int to, int space) {
    int width = column() + space;
    for (int i = from; i < layout.size(); i++) {
      Gap gap = layout.gap(i);
      boolean inside = i > from;
      if (inside && i >= to && mayEnd(i)) {
        return true;
      }
      if (inside && (gap.hard || !gap.remarks.isEmpty())) {
        return i >= to;
      }
      if (isTrailingComma(i)) {
        continue;
      }
      width += (inside && gap.space ? 1 : 0) + width(layout.word(i));
      if (width > WIDTH) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line ends before this word, or may. */
  private boolean mayEnd(int index) {
    Gap gap = layout.gap(index);
    return gap.hard || !gap.remarks.isEmpty() || (gap.group != null && gap.group.broken);
  }

  private static int width(Lexeme word) {
    return word.kind() == Lexeme.Kind.BLOCK ? 3 : word.text().length();
  }

  private boolean isTrailingComma(int index) {
    return index + 1 < layout.size()
        && isMark(index, ",")
        && isMark(index + 1, "]")
        && layout.gap(index + 1).remarks.isEmpty();
  }

  private boolean isMark(int index, String text) {
    Lexeme word = layout.word(index);
    return word.kind() == Lexeme.Kind.PUNCTUATION && word.text().equals(text);
  }

  private void word(int index) {
    Lexeme word = layout.word(index);
    String text =
        word.kind() == Lexeme.Kind.BLOCK ? Blocks.indented(word, indentation()) : word.text();
    out.append(text);
    int end = out.lastIndexOf("\n") + 1;
    lineStart = Math.max(lineStart, end);
  }

  /** How far in the current line starts. */
  private int indentation() {
    int end = lineStart;
    while (end < out.length() && out.charAt(end) == ' ') {
      end++;
    }
    return end - lineStart;
  }
}
