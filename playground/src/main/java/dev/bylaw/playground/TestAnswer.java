package dev.bylaw.playground;

import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.grammar.Staged;

/** How the tests and examples in the rule files go; {@code given file} finds files of the page. */
final class TestAnswer {
  private TestAnswer() {}

  /** {@code null} if the rules do not compile. */
  static String of(Workbench workbench, Request request) {
    Staged<CheckedPolicy> policy = workbench.policy(request);
    if (policy.hasErrors()) {
      return "null";
    }
    RuleTests tests =
        new RuleTests(
            Planner.plan(policy.result(), workbench.schema(request)),
            request.text("today"),
            (_, path) -> workbench.textOf(path));
    return JsonWriter.object(out -> {
      out.writeArrayFieldStart("tests");
      tests.run().forEach(result -> test(result, out));
      out.writeEndArray();
    });
  }

  private static void test(TestResult result, JsonWriter out) {
    out.writeStartObject();
    out.writeStringField("name", result.name());
    out.writeStringField("pack", result.pack());
    out.writeBooleanField("passed", result.passed());
    Facts.place("at", result.span(), out);
    out.writeArrayFieldStart("failures");
    for (TestResult.Failure failure : result.failures()) {
      out.writeStartObject();
      out.writeStringField("message", failure.message());
      Facts.place("at", failure.span(), out);
      out.writeArrayFieldStart("findings");
      failure.found().forEach(finding -> Facts.finding(finding, out));
      out.writeEndArray();
      out.writeArrayFieldStart("reasons");
      failure.reasons().forEach(reason -> Facts.diagnostic(reason, out));
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
