package dev.bylaw.engine.report;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Frame;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Draws one finding: what is wrong, where, by which rule, and how to mend it. */
public final class FindingFrame {
  private static final int CONTEXT = 2;
  private static final int CLAUSE = 160;

  private FindingFrame() {}

  /** For a report in which nobody asks what {@code bylaw fix} can do. */
  public static String of(Finding finding, Style style) {
    return of(finding, style, _ -> false);
  }

  /**
   * Draws a finding.
   *
   * @param canMend whether {@code bylaw fix} can mend a finding that its rule has a fix for; asked
   *     only where that is shown, for the answer takes an edit and another look
   */
  public static String of(Finding finding, Style style, Predicate<Finding> canMend) {
    Insertion insertion = Insertion.of(finding);
    int line = finding.span().from().line();
    int last = insertion == null ? line : Math.max(line, insertion.afterLine());
    Role role = Severities.role(finding.severity());
    Frame frame = new Frame(style, last);
    frame.title(role, word(finding), finding.ruleId(), finding.message());
    frame.place(finding.span(), Trail.of(finding));
    frame.bar();
    frame.excerpt(finding.span(), CONTEXT, role, note(finding, insertion));
    if (insertion != null && !insertion.lines().isEmpty()) {
      if (insertion.afterLine() > line + 1) {
        frame.gap();
      }
      if (insertion.afterLine() > line) {
        frame.line(finding.span().source(), insertion.afterLine());
      }
      frame.added(insertion.lines());
    }
    String origin = Origin.of(finding);
    if (finding.rule() != null || origin != null) {
      frame.bar();
    }
    if (origin != null) {
      frame.remark("source", origin);
    }
    if (finding.rule() != null) {
      rule(finding.rule(), finding, canMend, frame);
    }
    if (finding.waiver() != null) {
      frame.remark("waiver", WaiverText.withPlace(finding.waiver()));
    }
    return frame.toString();
  }

  /** {@code waived high} where an exception covers it. */
  public static String word(Finding finding) {
    return finding.outcome() == Finding.Outcome.VIOLATED
        ? finding.severity().word()
        : finding.outcome().word() + " " + finding.severity().word();
  }

  private static String note(Finding finding, @Nullable Insertion insertion) {
    String hint =
        insertion == null || insertion.inline().isEmpty() ? "" : "add `" + insertion.inline() + "`";
    if (finding.note() == null) {
      return hint;
    }
    return hint.isEmpty() ? finding.note() : finding.note() + "; " + hint;
  }

  private static void rule(
      CheckedRule rule, Finding finding, Predicate<Finding> canMend, Frame frame) {
    Span clause = rule.clause();
    String text = CheckedRule.oneLine(clause.text());
    text = text.length() > CLAUSE ? text.substring(0, CLAUSE) + "…" : text;
    String where = clause.source().name() + ":" + clause.from().line();
    frame.remark("rule", text + "   (" + where + ")");
    List<CheckedRule.CheckedFix> fixes = rule.fixes();
    for (int i = 0; i < fixes.size(); i++) {
      boolean can = i == fixes.size() - 1 && canMend.test(finding);
      frame.remark("fix", FixText.of(fixes.get(i), finding) + (can ? " (`bylaw fix` can)" : ""));
    }
  }
}
