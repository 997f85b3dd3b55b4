package dev.bylaw.cli;

import dev.bylaw.cli.report.Reports;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.grammar.Diagnostic;
import java.util.List;

/** What is wrong with the rules or the configuration, where there is nothing else to tell. */
final class Faults {
  private Faults() {}

  /** Draws the errors on standard error. */
  static void tell(List<Diagnostic> diagnostics, ColorChoice color, Session session) {
    Report report =
        Reports.text(
            session.out(),
            session.style(color, session.outIsTerminal()),
            session.err(),
            session.style(color, session.errIsTerminal()),
            true);
    diagnostics.forEach(report::diagnostic);
    report.finish(new Tally(), ExitCode.USAGE);
  }
}
