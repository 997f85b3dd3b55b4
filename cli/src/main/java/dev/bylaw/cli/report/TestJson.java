package dev.bylaw.cli.report;

import dev.bylaw.cli.report.TestRun.Share;
import dev.bylaw.engine.coverage.RuleCoverage;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.mutation.Change;
import dev.bylaw.engine.mutation.RuleScore;
import dev.bylaw.engine.report.Json;
import dev.bylaw.engine.report.JsonReport;
import dev.bylaw.engine.report.JsonWriter;
import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.grammar.Diagnostic;
import java.util.List;

/** A run of tests for machines: one test, one rule on a line. */
public final class TestJson {
  private TestJson() {}

  public static String of(TestRun run) {
    StringBuilder out = new StringBuilder("{\"version\": 1,\n \"tests\": ");
    out.append(Json.lines(run.results().stream().map(TestJson::test).toList()));
    List<RuleCoverage> coverage = run.coverage();
    if (coverage != null) {
      Share share = TestRun.covered(coverage);
      out.append(",\n \"coverage\": {\"seen\": ").append(share.part());
      out.append(", \"total\": ").append(share.whole()).append(", \"rules\": ");
      out.append(Json.lines(coverage.stream().map(TestJson::coverage).toList())).append('}');
    }
    List<RuleScore> mutation = run.mutation();
    if (mutation != null) {
      Share share = TestRun.noticed(mutation);
      out.append(",\n \"mutation\": {\"noticed\": ").append(share.part());
      out.append(", \"total\": ").append(share.whole()).append(", \"rules\": ");
      out.append(Json.lines(mutation.stream().map(TestJson::score).toList())).append('}');
    }
    out.append(",\n \"diagnostics\": ");
    out.append(Json.lines(run.diagnostics().stream().map(TestJson::diagnostic).toList()));
    out.append(",\n \"summary\": ").append(summary(run));
    return out.append("}\n").toString();
  }

  private static String test(TestResult result) {
    return Json.object(g -> {
      g.writeStringField("name", result.name());
      g.writeStringField("pack", result.pack());
      g.writeStringField("outcome", result.passed() ? "passed" : "failed");
      JsonReport.span(result.span(), g);
      g.writeArrayFieldStart("failures");
      for (TestResult.Failure failure : result.failures()) {
        write(failure, g);
      }
      g.writeEndArray();
    });
  }

  private static void write(TestResult.Failure failure, JsonWriter g) {
    g.writeStartObject();
    g.writeStringField("message", failure.message());
    g.writeStringField("rule", failure.rule());
    g.writeStringField("expected", failure.expected());
    g.writeStringField("got", failure.got());
    JsonReport.span(failure.span(), g);
    g.writeArrayFieldStart("findings");
    for (Finding finding : failure.found()) {
      g.writeStartObject();
      JsonReport.write(finding, g);
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeArrayFieldStart("reasons");
    for (Diagnostic reason : failure.reasons()) {
      g.writeStartObject();
      JsonReport.write(reason, g);
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeEndObject();
  }

  private static String coverage(RuleCoverage rule) {
    return Json.object(g -> {
      g.writeStringField("rule", rule.rule().id());
      g.writeNumberField("seen", rule.seen());
      g.writeNumberField("total", rule.total());
      g.writeArrayFieldStart("missing");
      for (RuleCoverage.Item item : rule.items()) {
        if (!item.seen()) {
          g.writeStartObject();
          g.writeStringField("message", "no test " + item.wanted());
          JsonReport.span(item.span(), g);
          g.writeEndObject();
        }
      }
      g.writeEndArray();
    });
  }

  private static String score(RuleScore score) {
    return Json.object(g -> {
      g.writeStringField("rule", score.rule().id());
      g.writeNumberField("noticed", score.noticed());
      g.writeNumberField("total", score.total());
      g.writeBooleanField("tested", score.tested());
      g.writeBooleanField("capped", score.capped());
      g.writeArrayFieldStart("survivors");
      for (Change change : score.survivors()) {
        g.writeStartObject();
        g.writeStringField("change", change.what());
        Json.texts("before", change.before(), g);
        Json.texts("after", change.after(), g);
        JsonReport.span(change.span(), g);
        g.writeEndObject();
      }
      g.writeEndArray();
    });
  }

  private static String diagnostic(Diagnostic diagnostic) {
    return Json.object(g -> JsonReport.write(diagnostic, g));
  }

  private static String summary(TestRun run) {
    return Json.object(g -> {
      g.writeNumberField("tests", run.results().size());
      g.writeNumberField("passed", run.passed());
      g.writeNumberField("failed", run.failed());
      g.writeNumberField("exitCode", run.exitCode());
    });
  }
}
