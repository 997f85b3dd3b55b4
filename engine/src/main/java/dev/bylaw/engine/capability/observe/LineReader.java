package dev.bylaw.engine.capability.observe;

import dev.bylaw.grammar.Source;
import org.jspecify.annotations.Nullable;

/** Goes through a source line by line; lines end as {@link Source} counts them. */
final class LineReader {
  private final Source source;
  private final String text;
  private int offset;

  LineReader(Source source) {
    this.source = source;
    this.text = source.text();
    this.offset = text.startsWith("\ufeff") ? 1 : 0;
  }

  Source source() {
    return source;
  }

  /** Where the next line starts. */
  int offset() {
    return offset;
  }

  /** The next line, which stays the next; null at the end. */
  @Nullable Line peek() {
    if (offset >= text.length()) {
      return null;
    }
    int end = offset;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return new Line(source, text.substring(offset, end), offset);
  }

  /** Goes past a line that {@link #peek} gave. */
  void pass(Line line) {
    passTo(line.start() + line.text().length());
  }

  /** Goes on at an offset, and past the line break that may stand there. */
  void passTo(int end) {
    offset = end;
    if (offset < text.length() && text.charAt(offset) == '\r') {
      offset++;
      if (offset < text.length() && text.charAt(offset) == '\n') {
        offset++;
      }
    } else if (offset < text.length() && text.charAt(offset) == '\n') {
      offset++;
    }
  }
}
