package dev.bylaw.cli.report;

import dev.bylaw.engine.coverage.RuleCoverage;
import dev.bylaw.engine.mutation.RuleScore;
import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.grammar.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a run of tests gave.
 *
 * @param diagnostics what was said of the rule files
 * @param coverage rule by rule; null if nobody asked
 * @param mutation rule by rule; null if nobody asked, or if a test failed
 * @param exitCode how the run ends
 */
public record TestRun(
    List<Diagnostic> diagnostics,
    List<TestResult> results,
    @Nullable List<RuleCoverage> coverage,
    @Nullable List<RuleScore> mutation,
    int exitCode) {

  int failed() {
    return (int) results.stream().filter(result -> !result.passed()).count();
  }

  int passed() {
    return results.size() - failed();
  }

  /** How much of what could be tried was. */
  public static Share covered(List<RuleCoverage> coverage) {
    return new Share(
        coverage.stream().mapToInt(RuleCoverage::seen).sum(),
        coverage.stream().mapToInt(RuleCoverage::total).sum());
  }

  /** How many changes the tests noticed. */
  public static Share noticed(List<RuleScore> scores) {
    return new Share(
        scores.stream().mapToInt(RuleScore::noticed).sum(),
        scores.stream().mapToInt(RuleScore::total).sum());
  }

  /** A part of a whole. */
  public record Share(int part, int whole) {
    /** Whether it is less than so many in a hundred; nothing of nothing is everything. */
    public boolean isBelow(int percent) {
      return 100L * part < (long) percent * whole;
    }

    /** Rounded down, so that 100% is nothing less. */
    public int percent() {
      return whole == 0 ? 100 : (int) (100L * part / whole);
    }

    @Override
    public String toString() {
      return part + " of " + whole;
    }
  }
}
