package dev.bylaw.engine.ruletest;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedTest;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs tests and examples of a policy.
 *
 * <p>The four outcomes never stand for one another: a rule that looked at nothing did not pass. A
 * violation by a rule of the test's own pack that no {@code expect} names fails the test.
 */
public final class RuleTests {
  private final Plan plan;
  private final String today;
  private final BiFunction<Span, String, @Nullable String> files;

  /**
   * @param today for waivers, as {@code 2027-03-31}
   * @param files gives the text of a file by the place that names it and its path, or null if it
   *     cannot be read
   */
  public RuleTests(Plan plan, String today, BiFunction<Span, String, @Nullable String> files) {
    this.plan = plan;
    this.today = today;
    this.files = files;
  }

  /** Every example of every rule, then every test, in the order of the files. */
  public List<TestResult> run() {
    List<TestResult> results = new ArrayList<>();
    for (CheckedRule rule : plan.policy().rules()) {
      for (int i = 0; i < rule.examples().size(); i++) {
        results.add(example(rule, i));
      }
    }
    plan.policy().tests().forEach(test -> results.add(test(test)));
    return results;
  }

  /** An example speaks of its own rule only; what others make of it is their business. */
  private TestResult example(CheckedRule rule, int index) {
    CheckedRule.Example example = rule.examples().get(index);
    String name = rule.id() + (example.passes() ? " passes" : " fails") + " example " + (index + 1);
    Judged judged =
        judge(List.of(new CheckedTest.Given(false, example.manifest(), example.span())));
    List<TestResult.Failure> failures = new ArrayList<>(judged.unreadable());
    if (failures.isEmpty()) {
      String wanted = example.passes() ? "passed" : "violated";
      String got = judged.outcome(rule.id());
      if (!got.equals(wanted)) {
        failures.add(
            new TestResult.Failure(
                example.span(),
                "expected " + rule.id() + " " + wanted + ", got " + got,
                judged.places(rule.id())));
      }
    }
    return new TestResult(name, example.span(), failures);
  }

  private TestResult test(CheckedTest test) {
    Judged judged = judge(test.given());
    List<TestResult.Failure> failures = new ArrayList<>(judged.unreadable());
    if (failures.isEmpty()) {
      Set<Finding> named = new LinkedHashSet<>();
      for (CheckedTest.Expectation expectation : test.expectations()) {
        expect(expectation, judged, named, failures);
      }
      for (Finding finding : judged.findings()) {
        if (finding.outcome() == Finding.Outcome.VIOLATED
            && isOf(test.pack(), finding)
            && !named.contains(finding)) {
          failures.add(
              new TestResult.Failure(
                  test.span(),
                  finding.ruleId() + " violated at " + finding.path() + ", which no `expect` names",
                  List.of(finding.message())));
        }
      }
    }
    return new TestResult(test.name(), test.span(), failures);
  }

  /** A manifest that is wrong for the API is everybody's business. */
  private static boolean isOf(String pack, Finding finding) {
    return finding.rule() == null || finding.ruleId().startsWith(pack + "/");
  }

  private static void expect(
      CheckedTest.Expectation expectation,
      Judged judged,
      Set<Finding> named,
      List<TestResult.Failure> failures) {
    String rule = expectation.rule();
    String wanted = word(expectation);
    String got = judged.outcome(rule);
    List<Finding> matching =
        judged.findings().stream()
            .filter(
                finding -> finding.ruleId().equals(rule) && finding.outcome().word().equals(wanted))
            .filter(
                finding -> expectation.path() == null || finding.path().equals(expectation.path()))
            .toList();
    named.addAll(matching);
    boolean found = wanted.equals("violated") || wanted.equals("waived");
    boolean met = found ? !matching.isEmpty() : got.equals(wanted);
    if (!met) {
      String where = expectation.path() == null ? "" : " at " + expectation.path();
      failures.add(
          new TestResult.Failure(
              expectation.span(),
              "expected " + rule + " " + wanted + where + ", got " + got,
              judged.places(rule)));
    }
  }

  private static String word(CheckedTest.Expectation expectation) {
    return switch (expectation.outcome()) {
      case VIOLATED -> "violated";
      case PASSED -> "passed";
      case NOT_APPLICABLE -> "not applicable";
      case WAIVED -> "waived";
    };
  }

  private Judged judge(List<CheckedTest.Given> given) {
    List<Manifest> manifests = new ArrayList<>();
    List<TestResult.Failure> unreadable = new ArrayList<>();
    for (CheckedTest.Given one : given) {
      String text = one.file() ? files.apply(one.span(), one.content()) : one.content();
      if (text == null) {
        unreadable.add(
            new TestResult.Failure(
                one.span(), "the file `" + one.content() + "` cannot be read", List.of()));
        continue;
      }
      List<Manifest> read =
          new ManifestReader(Limits.DEFAULT).read(one.file() ? one.content() : "given", text);
      if (read.isEmpty()) {
        unreadable.add(new TestResult.Failure(one.span(), "the manifest is empty", List.of()));
      }
      for (Manifest manifest : read) {
        if (manifest.status() == Manifest.Status.UNREADABLE) {
          List<String> reasons =
              manifest.diagnostics().stream()
                  .map(d -> "line " + d.primary().span().from().line() + ": " + d.message())
                  .toList();
          unreadable.add(
              new TestResult.Failure(one.span(), "the manifest cannot be read", reasons));
        }
        manifests.add(manifest);
      }
    }
    return new Judged(evaluate(manifests), unreadable);
  }

  private List<Evaluation> evaluate(List<Manifest> manifests) {
    Inventory inventory = new Inventory();
    manifests.forEach(inventory::add);
    Evaluator evaluator = new Evaluator(plan, inventory);
    Waivers waivers = new Waivers(plan.policy().waivers(), today);
    return manifests.stream().map(manifest -> waivers.apply(evaluator.evaluate(manifest))).toList();
  }

  /** What all rules made of the manifests of one test. */
  private record Judged(List<Evaluation> evaluations, List<TestResult.Failure> unreadable) {

    List<Finding> findings() {
      return evaluations.stream().flatMap(evaluation -> evaluation.findings().stream()).toList();
    }

    String outcome(String rule) {
      List<Finding> found =
          findings().stream().filter(finding -> finding.ruleId().equals(rule)).toList();
      if (found.stream().anyMatch(finding -> finding.outcome() == Finding.Outcome.VIOLATED)) {
        return "violated";
      }
      if (!found.isEmpty()) {
        return "waived";
      }
      return evaluations.stream().anyMatch(evaluation -> evaluation.applied().contains(rule))
          ? "passed"
          : "not applicable";
    }

    /** Where the rule found something, so that a failure shows what was got. */
    List<String> places(String rule) {
      return findings().stream()
          .filter(finding -> finding.ruleId().equals(rule))
          .map(finding ->
              finding.outcome().word() + " at " + finding.path() + ": " + finding.message())
          .toList();
    }
  }
}
