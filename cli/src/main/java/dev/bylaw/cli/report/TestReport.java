package dev.bylaw.cli.report;

import dev.bylaw.cli.Output;
import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Frame;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.List;

/** A line for each test, a frame for each expectation that was not met, and the count. */
public final class TestReport {
  private final Output out;
  private final Style style;
  private final boolean quiet;

  public TestReport(Output out, Style style, boolean quiet) {
    this.out = out;
    this.style = style;
    this.quiet = quiet;
  }

  public void print(List<TestResult> results) {
    for (TestResult result : results) {
      if (!result.passed()) {
        out.println(style.paint(Role.DANGER, "FAIL") + " " + Printable.of(result.name()));
        result.failures().forEach(this::failure);
      } else if (!quiet) {
        out.println(style.paint(Role.ADDED, "ok  ") + " " + Printable.of(result.name()));
      }
    }
    long failed = results.stream().filter(result -> !result.passed()).count();
    out.println(
        style.paint(Role.STRONG, (results.size() - failed) + " passed, " + failed + " failed"));
  }

  private void failure(TestResult.Failure failure) {
    Span span = failure.span();
    Frame frame = new Frame(style, span.from().line());
    frame.place(span, "").bar().excerpt(span, 0, Role.DANGER, failure.message());
    failure.details().forEach(detail -> frame.remark("got", detail));
    out.print(frame.toString());
    out.println("");
  }
}
