package dev.bylaw.cli.report;

import dev.bylaw.cli.ExitCode;
import dev.bylaw.cli.Output;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.frame.Style;
import java.util.List;

/** Every report that was asked for, told the same. */
public record Reports(List<Report> all) implements Report {
  public Reports {
    all = List.copyOf(all);
  }

  /** Frames; diagnostics go where the second stream leads. */
  public static Report text(Output out, Style style, Output err, Style errStyle, boolean quiet) {
    return new TextReport(out, style, err, errStyle, quiet);
  }

  /** Lines; diagnostics go where the second stream leads. */
  public static Report concise(Output out, Output err, boolean quiet) {
    return new ConciseReport(out, err, quiet);
  }

  public static Report json(Output out) {
    return new JsonReport(out);
  }

  @Override
  public void finding(Finding finding) {
    all.forEach(report -> report.finding(finding));
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    all.forEach(report -> report.diagnostic(diagnostic));
  }

  @Override
  public void endOfFile() {
    all.forEach(Report::endOfFile);
  }

  @Override
  public void finish(Tally tally, ExitCode code) {
    all.forEach(report -> report.finish(tally, code));
  }
}
