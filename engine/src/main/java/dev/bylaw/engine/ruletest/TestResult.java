package dev.bylaw.engine.ruletest;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one test went.
 *
 * @param pack the pack in which the test stands
 * @param span where the test is written
 * @param failures what was not as expected; empty if it passed
 */
public record TestResult(String name, String pack, Span span, List<Failure> failures) {
  public TestResult {
    failures = List.copyOf(failures);
  }

  public boolean passed() {
    return failures.isEmpty();
  }

  /**
   * An expectation that was not met, or a manifest of which nothing could be expected.
   *
   * @param span the expectation
   * @param message what was expected, and what was got, in one sentence
   * @param rule the rule that it is about; null for a manifest that cannot be read
   * @param expected an outcome, perhaps with a place; null for a manifest that cannot be read
   * @param got the outcome; null for a manifest that cannot be read
   * @param found what the rule found instead, where it stands: in a manifest of the rule file the
   *     place is that in the rule file
   * @param reasons why a manifest cannot be read
   */
  public record Failure(
      Span span,
      String message,
      @Nullable String rule,
      @Nullable String expected,
      @Nullable String got,
      List<Finding> found,
      List<Diagnostic> reasons) {
    public Failure {
      found = List.copyOf(found);
      reasons = List.copyOf(reasons);
    }

    static Failure outcome(
        Span span, String rule, String expected, String got, List<Finding> found) {
      String message = "expected " + rule + " " + expected + ", got " + got;
      return new Failure(span, message, rule, expected, got, found, List.of());
    }

    static Failure unreadable(Span span, String message, List<Diagnostic> reasons) {
      return new Failure(span, message, null, null, null, List.of(), reasons);
    }
  }
}
