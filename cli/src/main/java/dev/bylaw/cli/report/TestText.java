package dev.bylaw.cli.report;

import dev.bylaw.cli.report.TestRun.Share;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.report.Severities;
import dev.bylaw.engine.report.Trail;
import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Frame;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A line for each test, a frame for each expectation that was not met, and the count.
 *
 * @param why tells why a rule did not come to what was expected of it
 */
public record TestText(Style style, boolean quiet, Function<TestResult.Account, String> why) {

  public String of(TestRun run) {
    StringBuilder out = new StringBuilder();
    for (TestResult result : run.results()) {
      if (!result.passed()) {
        out.append(style.paint(Role.DANGER, "FAIL")).append(' ');
        out.append(Printable.of(result.name())).append('\n');
        for (TestResult.Failure failure : result.failures()) {
          out.append(frame(failure)).append('\n');
          out.append(failure.account() == null ? "" : why.apply(failure.account()));
        }
      } else if (!quiet) {
        out.append(style.paint(Role.ADDED, "ok  ")).append(' ');
        out.append(Printable.of(result.name())).append('\n');
      }
    }
    boolean more = run.coverage() != null || run.mutation() != null;
    out.append(more && !out.isEmpty() && !out.toString().endsWith("\n\n") ? "\n" : "");
    if (run.coverage() != null) {
      out.append(new CoverageText(run.coverage()).of(style, quiet));
    }
    if (run.mutation() != null) {
      out.append(new MutationText(run.mutation()).of(style, quiet));
    }
    return out.append(style.paint(Role.STRONG, summary(run))).append('\n').toString();
  }

  private static String summary(TestRun run) {
    List<String> parts = new ArrayList<>();
    parts.add(run.passed() + " passed, " + run.failed() + " failed");
    if (run.coverage() != null) {
      Share covered = TestRun.covered(run.coverage());
      parts.add("coverage " + covered.percent() + "%");
    }
    if (run.mutation() != null) {
      parts.add(TestRun.noticed(run.mutation()) + " changes noticed");
    }
    return String.join(", ", parts);
  }

  Frame frame(TestResult.Failure failure) {
    Frame frame = new Frame(style, lastLine(failure));
    frame.place(failure.span(), "").bar();
    frame.excerpt(failure.span(), 0, Role.DANGER, failure.message());
    for (Finding finding : failure.found()) {
      frame.bar().place(finding.span(), Trail.of(finding)).bar();
      String note = finding.outcome().word() + ": " + finding.message();
      frame.excerpt(finding.span(), 1, Severities.role(finding.severity()), note);
    }
    for (Diagnostic reason : failure.reasons()) {
      Span span = reason.primary().span();
      frame.bar().place(span, "").bar();
      frame.excerpt(span, 1, Role.DANGER, reason.message());
    }
    failure.found().stream()
        .map(Finding::rule)
        .filter(rule -> rule != null)
        .limit(1)
        .forEach(rule -> frame.bar().remark("rule", clause(rule)));
    return frame;
  }

  private static String clause(CheckedRule rule) {
    Span clause = rule.clause();
    String where = clause.source().name() + ":" + clause.from().line();
    return CheckedRule.oneLine(clause.text()) + "   (" + where + ")";
  }

  private static int lastLine(TestResult.Failure failure) {
    int last = failure.span().from().line();
    for (Finding finding : failure.found()) {
      last = Math.max(last, finding.span().from().line());
    }
    for (Diagnostic reason : failure.reasons()) {
      last = Math.max(last, reason.primary().span().from().line());
    }
    return last;
  }
}
