package dev.bylaw.engine.mutation;

import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A small change of a rule's text.
 *
 * @param what it is, after {@code no test notices}: {@code `and` as `or`}
 * @param span what is written now
 * @param before the lines of it, as they stand in the rule file
 * @param after the lines that would stand there
 */
public record Change(String what, Span span, List<String> before, List<String> after) {
  public Change {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Other text in the place of the span. */
  static Change of(String what, Span span, String replacement) {
    int first = span.from().line();
    int last = span.until().line();
    StringBuilder before = new StringBuilder();
    for (int line = first; line <= last; line++) {
      before.append(line > first ? "\n" : "").append(span.source().line(line));
    }
    String head = span.source().line(first).substring(0, span.from().column() - 1);
    String tail = span.source().line(last).substring(span.until().column() - 1);
    return trimmed(what, span, lines(before.toString()), lines(head + replacement + tail));
  }

  /** Lines that are the same before and after say nothing. */
  private static Change trimmed(String what, Span span, List<String> before, List<String> after) {
    int from = 0;
    int shorter = Math.min(before.size(), after.size());
    while (from < shorter && before.get(from).equals(after.get(from))) {
      from++;
    }
    int to = 0;
    while (to < shorter - from
        && before.get(before.size() - 1 - to).equals(after.get(after.size() - 1 - to))) {
      to++;
    }
    return new Change(
        what,
        span,
        before.subList(from, before.size() - to),
        after.subList(from, after.size() - to));
  }

  /** The same change, with the place that a reader is to look at. */
  Change at(Span place) {
    return new Change(what, place, before, after);
  }

  /** Lines that the rule file may not have, such as a subject that is understood. */
  static Change of(String what, Span span, String before, String after) {
    return new Change(what, span, List.of(before), List.of(after));
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end < 0 ? text.length() : end);
      if (!line.trim().isEmpty()) {
        lines.add(withoutTail(line));
      }
      start = end < 0 ? text.length() + 1 : end + 1;
    }
    return lines;
  }

  private static String withoutTail(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) <= ' ') {
      end--;
    }
    return line.substring(0, end);
  }
}
