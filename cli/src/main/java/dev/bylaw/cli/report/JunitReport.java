package dev.bylaw.cli.report;

import static dev.bylaw.cli.report.Xml.attribute;

import dev.bylaw.cli.Output;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.FindingFrame;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.engine.report.Trail;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.DiagnosticFrame;
import dev.bylaw.grammar.frame.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The XML of JUnit's runners, as CI servers read it: a suite for each file, a case that fails for
 * each finding, and one that passes for a file without any. What does not count is skipped, what
 * could not be read is an error. A place has no attribute: readers that hold the file to a schema,
 * such as the xUnit plugin of Jenkins, refuse one, so it stands in the text of the case.
 */
final class JunitReport implements Report {
  private final Output out;
  private final Suite diagnostics = new Suite();
  private final Set<String> broken = new HashSet<>();
  private Suite file = new Suite();
  private boolean begun;

  /** Cases as XML, and how many of them there are of each kind. */
  private static final class Suite {
    private final List<String> cases = new ArrayList<>();
    private int failures;
    private int errors;
    private int skipped;
  }

  JunitReport(Output out) {
    this.out = out;
  }

  @Override
  public void finding(Finding finding) {
    String name = finding.ruleId() + ": " + Trail.of(finding);
    boolean counts = finding.outcome() == Finding.Outcome.VIOLATED;
    String element = counts ? "failure" : "skipped";
    file.failures += counts ? 1 : 0;
    file.skipped += counts ? 0 : 1;
    String message =
        counts ? finding.message() : finding.outcome().word() + ": " + finding.message();
    String frame = counts ? FindingFrame.of(finding, Style.PLAIN) : "";
    String type = finding.severity().word();
    file.cases.add(
        testCase(name, finding.span().source().name(), problem(element, message, type, frame)));
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    Span span = diagnostic.primary().span();
    boolean error = diagnostic.isError();
    diagnostics.errors += error ? 1 : 0;
    diagnostics.skipped += error ? 0 : 1;
    if (error) {
      broken.add(span.source().name());
    }
    String id = diagnostic.code().id();
    String frame = DiagnosticFrame.of(diagnostic, Style.PLAIN);
    String element = error ? "error" : "skipped";
    diagnostics.cases.add(
        testCase(
            id + ": " + diagnostic.message(),
            span.source().name(),
            problem(element, diagnostic.message(), id, frame)));
  }

  @Override
  public void endOfFile(String name) {
    if (file.cases.isEmpty() && !broken.contains(name)) {
      file.cases.add(testCase("no findings", name, ""));
    }
    print(name, file);
    file = new Suite();
  }

  @Override
  public void finish(Tally tally, ExitCode code) {
    print("bylaw check", diagnostics);
    begin();
    out.print("</testsuites>\n");
    out.flush();
  }

  private void begin() {
    if (!begun) {
      begun = true;
      out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      out.print("<testsuites" + attribute("name", "bylaw check") + ">\n");
    }
  }

  private void print(String name, Suite suite) {
    if (suite.cases.isEmpty()) {
      return;
    }
    begin();
    out.print("  <testsuite" + attribute("name", name));
    out.print(count("tests", suite.cases.size()) + count("failures", suite.failures));
    out.print(count("errors", suite.errors) + count("skipped", suite.skipped) + ">\n");
    suite.cases.forEach(out::print);
    out.print("  </testsuite>\n");
  }

  private static String count(String name, int number) {
    return attribute(name, String.valueOf(number));
  }

  private static String testCase(String name, String file, String problem) {
    return "    <testcase"
        + attribute("name", name)
        + attribute("classname", file)
        + (problem.isEmpty() ? "/>\n" : ">\n" + problem + "    </testcase>\n");
  }

  private static String problem(String element, String message, String type, String frame) {
    return "      <"
        + element
        + attribute("message", message)
        + attribute("type", type)
        + (frame.isEmpty()
            ? "/>\n"
            : ">\n" + Xml.content(frame.strip()) + "      </" + element + ">\n");
  }
}
