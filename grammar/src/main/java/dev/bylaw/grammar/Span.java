package dev.bylaw.grammar;

/**
 * A stretch of a source, from {@code start} up to but not including {@code end}, in UTF-16 units.
 */
public record Span(Source source, int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + " to " + end);
    }
  }

  /** The smallest span that holds both; the two must be of one source. */
  public Span to(Span other) {
    return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  public Position from() {
    return source.position(start);
  }

  /** The position after the last character. */
  public Position until() {
    return source.position(end);
  }

  public String text() {
    int length = source.text().length();
    return source.text().substring(Math.min(start, length), Math.min(end, length));
  }
}
