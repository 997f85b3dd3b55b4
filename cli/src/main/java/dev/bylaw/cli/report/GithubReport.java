package dev.bylaw.cli.report;

import dev.bylaw.cli.Output;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Levels;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Summary;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Printable;
import java.util.List;

/**
 * Annotations for GitHub's runners: commands in the log, such as {@code ::error
 * file=deploy/web.yaml,line=9,col=5,endLine=9,endColumn=12,title=host/network::message}.
 *
 * <p>GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest, so the
 * most severe are written, and the others counted. Form: GitHub's documentation, "Workflow commands
 * for GitHub Actions".
 */
final class GithubReport implements Report {
  private static final int SHOWN = 10;

  private final Output out;
  private final SourceTree tree;
  private final MostSevere errors = new MostSevere(SHOWN);
  private final MostSevere findings = new MostSevere(SHOWN);
  private int all;

  GithubReport(Output out, SourceTree tree) {
    this.out = out;
    this.tree = tree;
  }

  @Override
  public void finding(Finding finding) {
    if (finding.outcome() == Finding.Outcome.VIOLATED) {
      all++;
      String command = Levels.github(finding.severity());
      findings.add(
          finding.severity(),
          annotation(command, finding.span(), finding.ruleId(), finding.message()));
    }
  }

  /** An error is told before every finding: with it the findings are not all there are. */
  @Override
  public void diagnostic(Diagnostic diagnostic) {
    all++;
    Span span = diagnostic.primary().span();
    errors.add(
        diagnostic.isError() ? Severity.CRITICAL : Severity.MEDIUM,
        annotation(
            diagnostic.severity().word(), span, diagnostic.code().id(), diagnostic.message()));
  }

  private String annotation(String command, Span span, String title, String message) {
    Position from = span.from();
    Position until = span.until();
    String file = tree.path(span.source().name());
    return "::"
        + command
        + (" file=" + property(file))
        + (",line=" + from.line() + ",col=" + from.column())
        + (",endLine=" + until.line() + ",endColumn=" + until.column())
        + (",title=" + property(title))
        + ("::" + escaped(message));
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** What the runner would take for the end of the command, and what would recolour its log. */
  private static String escaped(String text) {
    return Printable.of(text).replace("%", "%25");
  }

  @Override
  public void endOfFile(String name) {}

  @Override
  public void finish(Tally tally, ExitCode code) {
    int shown =
        print(Severity.CRITICAL, Severity.HIGH) + print(Severity.MEDIUM) + print(Severity.LOW);
    if (shown < all) {
      out.println(
          "and "
              + (all - shown)
              + " more: GitHub shows no more than "
              + SHOWN
              + " errors, warnings and notices of a step");
    }
    if (code != ExitCode.USAGE) {
      out.println(Summary.findings(tally));
      out.println(Summary.documents(tally));
    }
    out.flush();
  }

  /** Prints what shares one of GitHub's levels, and gives how many that were. */
  private int print(Severity... severities) {
    List<String> first = errors.of(severities);
    List<String> then = findings.of(severities);
    List<String> rest = then.subList(0, Math.min(SHOWN - first.size(), then.size()));
    first.forEach(out::println);
    rest.forEach(out::println);
    return first.size() + rest.size();
  }
}
