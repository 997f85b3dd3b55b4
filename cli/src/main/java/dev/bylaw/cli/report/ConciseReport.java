package dev.bylaw.cli.report;

import dev.bylaw.cli.Output;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.FindingFrame;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Summary;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.engine.report.WaiverText;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.frame.DiagnosticFrame;
import java.util.ArrayList;
import java.util.List;

/** A line per finding, for grep and for editors: {@code path:line:col: severity[rule] message}. */
final class ConciseReport implements Report {
  private final Output out;
  private final Output diagnosticsTo;
  private final boolean quiet;
  private final List<String> diagnostics = new ArrayList<>();

  ConciseReport(Output out, Output diagnosticsTo, boolean quiet) {
    this.out = out;
    this.diagnosticsTo = diagnosticsTo;
    this.quiet = quiet;
  }

  @Override
  public void finding(Finding finding) {
    if (finding.outcome() != Finding.Outcome.BASELINED) {
      out.println(
          DiagnosticFrame.concise(
              finding.span(), FindingFrame.word(finding), finding.ruleId(), message(finding)));
    }
  }

  private static String message(Finding finding) {
    CheckedWaiver waiver = finding.waiver();
    return waiver == null || finding.outcome() != Finding.Outcome.WAIVED
        ? finding.message()
        : finding.message() + " (" + WaiverText.of(waiver) + ")";
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    if (diagnostic.isError() || !quiet) {
      diagnostics.add(DiagnosticFrame.line(diagnostic));
    }
  }

  @Override
  public void endOfFile(String name) {}

  @Override
  public void finish(Tally tally, ExitCode code) {
    out.flush();
    diagnostics.forEach(diagnosticsTo::println);
    diagnosticsTo.flush();
    if (!quiet && code != ExitCode.USAGE) {
      out.print(Summary.rulesOff(tally));
      out.println(Summary.documents(tally));
    }
    out.flush();
  }
}
