package dev.bylaw.engine.manifest;

import org.jspecify.annotations.Nullable;

/** The lines of a text that is in memory already. */
final class TextLines implements Lines {
  private final String text;
  private int offset;

  TextLines(String text) {
    this.text = text;
    this.offset = text.startsWith("\ufeff") ? 1 : 0;
  }

  @Override
  public @Nullable Line next() {
    if (offset >= text.length()) {
      return null;
    }
    int feed = text.indexOf('\n', offset);
    int end = feed < 0 ? text.length() : feed + 1;
    String line = text.substring(offset, end);
    offset = end;
    return new Line(line, unpaired(line), false);
  }

  /** Half a surrogate pair, which no file can hold. */
  private static int unpaired(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < line.length()
          && Character.isLowSurrogate(line.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }
}
