package dev.bylaw.grammar;

import java.util.Arrays;

/**
 * A named text: a rule file, or one document of a manifest.
 *
 * <p>Offsets count UTF-16 units from the start of {@link #text}. Lines end at LF, CR LF or CR, as
 * editors count them, so that a position that Bylaw prints is where the reader's editor goes.
 */
public final class Source {
  private final String name;
  private final String text;
  private final int firstLine;
  private int @org.jspecify.annotations.Nullable [] lineStarts;

  /** A whole text whose first line is line 1. */
  public Source(String name, String text) {
    this(name, text, 1);
  }

  /**
   * A part of a larger text: {@code firstLine} is the number, from 1, that its first line has
   * there.
   */
  public Source(String name, String text, int firstLine) {
    this.name = name;
    this.text = text;
    this.firstLine = firstLine;
  }

  /** The path as the user wrote it, with forward slashes; {@code -} for standard input. */
  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The number that this source's first line has in its file, from 1. */
  public int firstLine() {
    return firstLine;
  }

  /** The number that this source's last line has in its file. */
  public int lastLine() {
    return firstLine + lineStarts().length - 1;
  }

  /** Where an offset lies. An offset past the end is the end. */
  public Position position(int offset) {
    int at = Math.min(Math.max(offset, 0), text.length());
    int found = Arrays.binarySearch(lineStarts(), at);
    int line = found >= 0 ? found : -found - 2;
    return new Position(firstLine + line, at - lineStarts()[line] + 1);
  }

  /** The offset of a place; one past the end of its line or of the text is that end. */
  public int offset(Position position) {
    int[] starts = lineStarts();
    int line = position.line() - firstLine;
    if (line < 0) {
      return 0;
    }
    if (line >= starts.length) {
      return text.length();
    }
    int end = starts[line] + line(position.line()).length();
    return Math.min(starts[line] + Math.max(position.column() - 1, 0), end);
  }

  /**
   * The text of a line by its number in the file, without its line break; empty if this source does
   * not hold it.
   */
  public String line(int number) {
    int index = number - firstLine;
    if (index < 0 || index >= lineStarts().length) {
      return "";
    }
    int start = lineStarts()[index];
    int end = start;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private int[] lineStarts() {
    if (lineStarts == null) {
      int[] starts = new int[16];
      int count = 1;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (isBreak(c) && !(c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
          if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
          }
          starts[count++] = i + 1;
        }
      }
      lineStarts = Arrays.copyOf(starts, count);
    }
    return lineStarts;
  }

  @Override
  public String toString() {
    return name;
  }
}
