package dev.bylaw.cli;

import dev.bylaw.cli.CheckOptions.Target;
import dev.bylaw.cli.report.Reports;
import dev.bylaw.cli.report.SourceTree;
import dev.bylaw.engine.report.Report;
import dev.bylaw.grammar.frame.Style;

/** The reports of a run, and the files that some of them go to. */
final class ReportFiles implements AutoCloseable {
  private final Session session;
  private final CheckOptions options;
  private final OutputFiles files;
  private final Reports reports;

  ReportFiles(CheckOptions options, Session session) {
    this.options = options;
    this.session = session;
    this.files = new OutputFiles(session);
    this.reports = new Reports(options.targets().stream().map(this::open).toList());
  }

  Reports reports() {
    return reports;
  }

  private Report open(Target target) {
    if (target.file() == null) {
      Style out = session.style(options.color(), session.outIsTerminal());
      Style err = session.style(options.color(), session.errIsTerminal());
      return report(target.format(), session.out(), out, session.err(), err);
    }
    Output file = files.create(target.file());
    return report(target.format(), file, Style.PLAIN, file, Style.PLAIN);
  }

  private Report report(Format format, Output out, Style style, Output err, Style errStyle) {
    return switch (format) {
      case TEXT -> Reports.text(out, style, err, errStyle, options.quiet());
      case CONCISE -> Reports.concise(out, err, options.quiet());
      case JSON -> Reports.json(out);
      case JSONL -> Reports.jsonLines(out);
      case SARIF -> Reports.sarif(out, tree());
      case JUNIT -> Reports.junit(out);
      case GITHUB -> Reports.github(out, tree());
      case GITLAB -> Reports.gitlab(out, tree());
      case MARKDOWN -> Reports.markdown(out, tree());
    };
  }

  private SourceTree tree() {
    return SourceTree.around(session.directory());
  }

  @Override
  public void close() {
    files.close();
  }
}
