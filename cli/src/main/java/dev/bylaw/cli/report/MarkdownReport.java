package dev.bylaw.cli.report;

import dev.bylaw.cli.Output;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Summary;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.engine.report.Trail;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A summary for the comment on a pull request or for the summary of a job: what was found, the most
 * severe first, in a table that a comment has room for.
 */
final class MarkdownReport implements Report {
  private static final int SHOWN = 50;
  private static final int DIAGNOSTICS = 20;

  private final Output out;
  private final SourceTree tree;
  private final MostSevere rows = new MostSevere(SHOWN);
  private final List<String> diagnostics = new ArrayList<>();
  private int moreDiagnostics;

  MarkdownReport(Output out, SourceTree tree) {
    this.out = out;
    this.tree = tree;
  }

  @Override
  public void finding(Finding finding) {
    if (finding.outcome() == Finding.Outcome.VIOLATED) {
      rows.add(
          finding.severity(),
          "| "
              + finding.severity().word()
              + " | "
              + Markdown.code(finding.ruleId())
              + " | "
              + place(finding.span())
              + " | "
              + Markdown.prose(Trail.object(finding.resource()) + ": " + finding.message())
              + " |");
    }
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    if (diagnostics.size() == DIAGNOSTICS) {
      moreDiagnostics++;
      return;
    }
    String help = diagnostic.help() == null ? "" : " (" + Markdown.prose(diagnostic.help()) + ")";
    diagnostics.add(
        "- **"
            + diagnostic.severity().word()
            + "** "
            + diagnostic.code().id()
            + " "
            + place(diagnostic.primary().span())
            + " "
            + Markdown.prose(diagnostic.message())
            + help);
  }

  private String place(Span span) {
    return Markdown.code(tree.path(span.source().name()) + ":" + span.from().line());
  }

  @Override
  public void endOfFile(String name) {}

  @Override
  public void finish(Tally tally, ExitCode code) {
    out.println("### Bylaw: " + verdict(tally, code));
    if (tally.violated() > 0) {
      table(tally);
    }
    if (!diagnostics.isEmpty()) {
      out.println("");
      diagnostics.forEach(out::println);
      if (moreDiagnostics > 0) {
        out.println("- and " + moreDiagnostics + " more");
      }
    }
    if (code != ExitCode.USAGE) {
      out.println("");
      out.println(Markdown.prose(Summary.documents(tally)));
    }
    out.flush();
  }

  private static String verdict(Tally tally, ExitCode code) {
    return switch (code) {
      case OK, FINDINGS -> Summary.findings(tally);
      case INCOMPLETE -> "incomplete, " + Summary.findings(tally);
      case USAGE -> "nothing was checked, the rules do not compile";
      case BUG -> "the check ended early because of a bug in Bylaw";
    };
  }

  private void table(Tally tally) {
    out.println("");
    out.println("| severity | rule | where | what |");
    out.println("|--|--|--|--|");
    List<String> shown = rows.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);
    shown.forEach(out::println);
    int more = tally.violated() - shown.size();
    if (more > 0) {
      out.println("");
      out.println("and " + more + " more");
    }
  }
}
