package dev.bylaw.grammar;

/**
 * The line on which a span starts, as it is shown: of a long one only the part around the span.
 *
 * @param text the line, made safe to show
 * @param indent the columns before the span
 * @param width the columns of the part of the span that is on this line and shown, at least one
 */
record SourceLine(String text, int indent, int width) {
  private static final int LONGEST = 120;
  private static final int BEFORE = 40;

  static SourceLine of(Span span) {
    Position from = span.from();
    String raw = span.source().line(from.line());
    int start = Math.min(from.column() - 1, raw.length());
    int end = Math.min(start + span.end() - span.start(), raw.length());
    int first = 0;
    int last = raw.length();
    if (columns(raw, 0, raw.length()) > LONGEST) {
      first = backward(raw, start, BEFORE);
      last = forward(raw, first, LONGEST);
    }
    String head = first > 0 ? "…" : "";
    String tail = last < raw.length() ? "…" : "";
    int width = columns(raw, start, Math.min(end, last));
    return new SourceLine(
        head + Visible.text(raw.substring(first, last)) + tail,
        head.length() + columns(raw, first, start),
        Math.max(1, width));
  }

  private static int columns(String text, int start, int end) {
    int columns = 0;
    for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
      columns += Visible.width(text.codePointAt(i));
    }
    return columns;
  }

  private static int backward(String text, int start, int columns) {
    int at = start;
    int left = columns;
    while (at > 0 && left > 0) {
      int code = text.codePointBefore(at);
      at -= Character.charCount(code);
      left -= Visible.width(code);
    }
    return at;
  }

  private static int forward(String text, int start, int columns) {
    int at = start;
    int left = columns;
    while (at < text.length() && left > 0) {
      int code = text.codePointAt(at);
      at += Character.charCount(code);
      left -= Visible.width(code);
    }
    return at;
  }
}
