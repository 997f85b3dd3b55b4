package dev.bylaw.playground;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.grammar.Staged;
import org.jspecify.annotations.Nullable;

/** How the tests and examples in the rule files go; {@code given file} finds files of the page. */
final class TestAnswer {
  private TestAnswer() {}

  /** {@code null} if the rules do not compile. */
  static String of(Workbench workbench, Request request, Steps steps) {
    Staged<CheckedPolicy> policy = workbench.policy(request, steps);
    if (policy.hasErrors()) {
      return "null";
    }
    RuleTests tests =
        new RuleTests(
            Planner.plan(policy.result(), workbench.schema(request)).within(steps),
            request.text("today"),
            (_, path) -> given(workbench.textOf(path), steps));
    return JsonWriter.object(out -> {
      out.writeArrayFieldStart("tests");
      tests.run().forEach(result -> test(result, out));
      out.writeEndArray();
    });
  }

  /** One file may be given to any number of tests, and each reads it. */
  private static @Nullable String given(@Nullable String text, Steps steps) {
    if (text != null) {
      steps.takeToRead(text);
    }
    return text;
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
