package dev.bylaw.engine.ruletest;

import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import java.util.List;
import java.util.function.UnaryOperator;
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
   * Why a rule came to what it did.
   *
   * @param subjects those for which it came to it, with the value that each part of the condition
   *     took
   * @param places where a place of a manifest is shown: that in the rule file if it stands there
   */
  public record Account(List<Explanation> subjects, UnaryOperator<Span> places) {
    public Account {
      subjects = List.copyOf(subjects);
    }
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
   * @param account why the rule came to what it did; null where it is told with another failure of
   *     the test, or where there is nothing to tell
   */
  public record Failure(
      Span span,
      String message,
      @Nullable String rule,
      @Nullable String expected,
      @Nullable String got,
      List<Finding> found,
      List<Diagnostic> reasons,
      @Nullable Account account) {
    public Failure {
      found = List.copyOf(found);
      reasons = List.copyOf(reasons);
    }

    static Failure outcome(
        Span span, String rule, String expected, String got, List<Finding> found) {
      String message = "expected " + rule + " " + expected + ", got " + got;
      return new Failure(span, message, rule, expected, got, found, List.of(), null);
    }

    static Failure unreadable(Span span, String message, List<Diagnostic> reasons) {
      return new Failure(span, message, null, null, null, List.of(), reasons, null);
    }

    /** The same failure, and why the rule came to that. */
    Failure explained(Account why) {
      return new Failure(span, message, rule, expected, got, found, reasons, why);
    }
  }
}
