package dev.bylaw.cli.baseline;

import dev.bylaw.cli.CliCode;
import dev.bylaw.cli.Session;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.engine.report.Trail;
import dev.bylaw.grammar.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a baseline is made of; what else there is to say goes on to another report. */
public final class Gathering implements Report {
  private final BaselineFile file;
  private final Session session;
  private final Report others;
  private final List<Entry> entries = new ArrayList<>();

  public Gathering(BaselineFile file, Session session, Report others) {
    this.file = file;
    this.session = session;
    this.others = others;
  }

  /** The findings that count. */
  public List<Entry> entries() {
    return entries;
  }

  @Override
  public void finding(Finding finding) {
    if (finding.outcome() == Finding.Outcome.VIOLATED) {
      entries.add(
          new Entry(
              finding.fingerprint(),
              finding.ruleId(),
              file.nameOf(finding.span().source().name(), session),
              Trail.object(finding.resource()),
              finding.message()));
    }
  }

  /** That the baseline is stale is no news to who is about to change it. */
  @Override
  public void diagnostic(Diagnostic diagnostic) {
    if (diagnostic.code() != CliCode.STALE_BASELINE) {
      others.diagnostic(diagnostic);
    }
  }

  @Override
  public void endOfFile(String name) {}

  @Override
  public void finish(Tally tally, ExitCode code) {
    others.finish(tally, ExitCode.USAGE);
  }
}
