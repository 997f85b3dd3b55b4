package dev.bylaw.cli.fix;

import dev.bylaw.cli.ColorChoice;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.report.Reports;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.fix.Fixed;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tells what was mended: on standard output the patch, or the files that were written, and all else
 * beside it.
 */
public final class FixReport {
  private final Session session;
  private final Style style;
  private final Report diagnostics;
  private final List<Fixed.Withheld> withheld = new ArrayList<>();
  private int mended;
  private int files;

  public FixReport(Session session, ColorChoice color) {
    this.session = session;
    this.style = session.style(color, session.outIsTerminal());
    Style err = session.style(color, session.errIsTerminal());
    this.diagnostics = Reports.text(session.out(), style, session.err(), err, false);
  }

  public void diagnostic(Diagnostic diagnostic) {
    diagnostics.diagnostic(diagnostic);
  }

  /** Shows what would change in a file. */
  public void diff(String name, String before, Fixed fixed) {
    count(fixed);
    // A patch is taken to the letter; only a terminal is spared what would lead it astray.
    UnaryOperator<String> shown =
        session.outIsTerminal() ? Printable::of : UnaryOperator.identity();
    session.out().print(UnifiedDiff.of(name, before, fixed.text(), style, shown));
  }

  /** Tells that a file was written. */
  public void written(String name, Fixed fixed) {
    count(fixed);
    session.out().println(Printable.of(name) + ": mended " + counted(fixed.mended().size()));
  }

  public void notWritten(String name, String reason) {
    session.complain("error: `" + name + "` was not written: " + reason, null);
  }

  private void count(Fixed fixed) {
    mended += fixed.mended().size();
    files++;
  }

  public void withheld(Fixed.Withheld one) {
    withheld.add(one);
  }

  /** The last line; gives whether nothing is left to be done. */
  public boolean summary(boolean written) {
    session.out().flush();
    for (Fixed.Withheld one : withheld) {
      Finding finding = one.finding();
      Position at = finding.span().from();
      String place = finding.span().source().name() + ":" + at.line() + ":" + at.column();
      session
          .err()
          .println(
              Printable.of(place + ": " + finding.ruleId() + " is not mended: " + one.reason()));
    }
    session.err().println(sentence(written));
    session.err().flush();
    return withheld.isEmpty() && (written || mended == 0);
  }

  private String sentence(boolean written) {
    if (mended == 0 && withheld.isEmpty()) {
      return "nothing to mend";
    }
    if (mended == 0) {
      return "cannot mend " + counted(withheld.size());
    }
    String all =
        (written ? "mended " : "can mend ")
            + counted(mended)
            + (" in " + files + (files == 1 ? " file" : " files"));
    return withheld.isEmpty() ? all : all + ", and not " + counted(withheld.size());
  }

  private static String counted(int findings) {
    return findings + (findings == 1 ? " finding" : " findings");
  }

  /** Prints the diagnostics that are kept. */
  public void finish() {
    diagnostics.finish(new Tally(), ExitCode.USAGE);
  }
}
