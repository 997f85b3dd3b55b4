package dev.bylaw.cli.report;

import dev.bylaw.cli.Bylaw;
import dev.bylaw.cli.Output;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.JsonReport;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.SarifReport;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.engine.report.TextReport;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.frame.Style;
import java.util.List;
import java.util.function.Predicate;

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

  /** An event on each line. */
  public static Report jsonLines(Output out) {
    return new JsonLinesReport(out);
  }

  /** SARIF 2.1.0, for code scanning. */
  public static Report sarif(Output out, SourceTree tree) {
    return new SarifReport(out, tree, Bylaw.version());
  }

  /** A suite for each file, for the page of tests that CI servers have. */
  public static Report junit(Output out) {
    return new JunitReport(out);
  }

  /** Annotations of a pull request's lines, by GitHub's runners. */
  public static Report github(Output out, SourceTree tree) {
    return new GithubReport(out, tree);
  }

  /** GitLab's code quality report. */
  public static Report gitlab(Output out, SourceTree tree) {
    return new GitlabReport(out, tree);
  }

  /** A summary for the comment on a pull request. */
  public static Report markdown(Output out, SourceTree tree) {
    return new MarkdownReport(out, tree);
  }

  @Override
  public void mendable(Predicate<Finding> canMend) {
    all.forEach(report -> report.mendable(canMend));
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
  public void endOfFile(String name) {
    all.forEach(report -> report.endOfFile(name));
  }

  @Override
  public void finish(Tally tally, ExitCode code) {
    all.forEach(report -> report.finish(tally, code));
  }
}
