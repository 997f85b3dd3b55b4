package dev.bylaw.cli.report;

import static dev.bylaw.cli.report.Xml.attribute;

import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.grammar.frame.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run of tests as the XML that JUnit's runners write and CI servers read: a suite for each pack,
 * a case for each test and example. It tells no times: nothing here takes long enough.
 */
public final class TestJunit {
  private TestJunit() {}

  public static String of(TestRun run) {
    Map<String, List<TestResult>> packs = new LinkedHashMap<>();
    run.results()
        .forEach(
            result -> packs.computeIfAbsent(result.pack(), _ -> new ArrayList<>()).add(result));
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites").append(attribute("name", "bylaw test"));
    out.append(counts(run.results())).append(">\n");
    packs.forEach((pack, results) -> suite(pack, results, out));
    return out.append("</testsuites>\n").toString();
  }

  private static String counts(List<TestResult> results) {
    long failed = results.stream().filter(result -> !result.passed()).count();
    return attribute("tests", String.valueOf(results.size()))
        + attribute("failures", String.valueOf(failed))
        + attribute("errors", "0");
  }

  private static void suite(String pack, List<TestResult> results, StringBuilder out) {
    out.append("  <testsuite").append(attribute("name", pack)).append(counts(results));
    out.append(attribute("skipped", "0")).append(">\n");
    results.forEach(result -> testCase(result, out));
    out.append("  </testsuite>\n");
  }

  private static void testCase(TestResult result, StringBuilder out) {
    out.append("    <testcase").append(attribute("name", result.name()));
    out.append(attribute("classname", result.pack()));
    if (result.passed()) {
      out.append("/>\n");
      return;
    }
    out.append(">\n");
    // A case has one failure at most for many who read this, so that one tells all.
    StringBuilder frames = new StringBuilder();
    result
        .failures()
        .forEach(failure ->
            frames.append(new TestText(Style.PLAIN, true, _ -> "").frame(failure)).append('\n'));
    String first = result.failures().getFirst().message();
    int more = result.failures().size() - 1;
    String message = more == 0 ? first : first + " (and " + more + " more)";
    out.append("      <failure").append(attribute("message", message));
    out.append(attribute("type", "expectation")).append(">\n");
    out.append(Xml.content(frames.toString().stripTrailing()));
    out.append("      </failure>\n    </testcase>\n");
  }
}
