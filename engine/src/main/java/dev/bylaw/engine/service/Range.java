package dev.bylaw.engine.service;

import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Span;

/**
 * A stretch of a file. Lines and columns start at 1, columns count UTF-16 units, and {@code until}
 * is the place after the last character.
 */
public record Range(String file, Position from, Position until) {
  static Range of(Span span) {
    return new Range(span.source().name(), span.from(), span.until());
  }

  /** Whether a place is inside or right behind it. */
  boolean touches(Position position) {
    return compare(from, position) <= 0 && compare(position, until) <= 0;
  }

  /** Whether it has a place in common with another range of the same file. */
  boolean meets(Position start, Position end) {
    return compare(from, end) <= 0 && compare(start, until) <= 0;
  }

  private static int compare(Position one, Position other) {
    return one.line() == other.line()
        ? Integer.compare(one.column(), other.column())
        : Integer.compare(one.line(), other.line());
  }
}
