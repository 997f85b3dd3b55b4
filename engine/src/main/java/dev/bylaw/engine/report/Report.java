package dev.bylaw.engine.report;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.grammar.Diagnostic;
import java.util.function.Predicate;

/** One form of telling a result while it comes in. Findings come by file, position and rule. */
public interface Report {
  /** Says which of the findings to come, of the next document, {@code bylaw fix} can mend. */
  default void mendable(Predicate<Finding> canMend) {}

  void finding(Finding finding);

  void diagnostic(Diagnostic diagnostic);

  /**
   * No more findings of this file, which is the one that the last ones were in, if it has any.
   *
   * @param name as the user wrote it
   */
  void endOfFile(String name);

  /** The end of the run; called once, also where it ends because of a bug. */
  void finish(Tally tally, ExitCode code);
}
