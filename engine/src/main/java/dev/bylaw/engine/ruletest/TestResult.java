package dev.bylaw.engine.ruletest;

import dev.bylaw.grammar.Span;
import java.util.List;

/**
 * How one test went.
 *
 * @param span where the test is written
 * @param failures what was not as expected; empty if it passed
 */
public record TestResult(String name, Span span, List<Failure> failures) {
  public TestResult {
    failures = List.copyOf(failures);
  }

  public boolean passed() {
    return failures.isEmpty();
  }

  /**
   * An expectation that was not met.
   *
   * @param span the expectation
   * @param message what was expected, and what was got
   * @param details what was found, line by line
   */
  public record Failure(Span span, String message, List<String> details) {
    public Failure {
      details = List.copyOf(details);
    }
  }
}
