package dev.bylaw.grammar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where each character of a text stands in a source: the text itself, or what an escaped and
 * indented literal in it means.
 */
public final class Offsets {
  private final Source source;
  private final int start;
  private final int end;
  private final int @Nullable [] starts;
  private final int @Nullable [] ends;

  private Offsets(
      Source source, int start, int end, int @Nullable [] starts, int @Nullable [] ends) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.starts = starts;
    this.ends = ends;
  }

  /** Every character stands where it stands. */
  public static Offsets identity(Source source) {
    return new Offsets(source, 0, source.text().length(), null, null);
  }

  /**
   * Character {@code i} is written from {@code starts[i]} to {@code ends[i]}; none at {@code
   * empty}.
   */
  static Offsets of(Span empty, int[] starts, int[] ends) {
    int after = ends.length == 0 ? empty.start() : ends[ends.length - 1];
    return new Offsets(empty.source(), empty.start(), after, starts, ends);
  }

  /** Whether every character stands for itself. */
  public boolean isIdentity() {
    return starts == null;
  }

  /** The part of the text from {@code from} up to but not including {@code to}. */
  public Offsets part(int from, int to) {
    Span span = span(from, to);
    return new Offsets(
        source,
        span.start(),
        span.end(),
        starts == null ? null : Arrays.copyOfRange(starts, from, to),
        ends == null ? null : Arrays.copyOfRange(ends, from, to));
  }

  public Span span(int from, int to) {
    int first = at(from);
    return new Span(source, first, to > from ? Math.max(first, after(to - 1)) : first);
  }

  private int at(int index) {
    if (starts == null) {
      return Math.min(start + index, end);
    }
    return index < starts.length ? starts[index] : end;
  }

  private int after(int index) {
    if (ends == null) {
      return Math.min(start + index + 1, end);
    }
    return index < ends.length ? ends[index] : end;
  }
}
