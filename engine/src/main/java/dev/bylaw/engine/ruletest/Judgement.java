package dev.bylaw.engine.ruletest;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Recorder;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedTest.Expectation;
import dev.bylaw.engine.waiver.LineWaivers;
import dev.bylaw.engine.waiver.Terms;
import dev.bylaw.grammar.tree.RuleTest.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules made of the manifests of one trial, held against what it expects.
 *
 * <p>The four outcomes never stand for one another: a rule that looked at nothing did not pass. A
 * violation by a rule of the test's own pack that no {@code expect} names fails the test.
 */
final class Judgement {
  private final Trial trial;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> applied = new LinkedHashSet<>();

  private Judgement(Trial trial) {
    this.trial = trial;
  }

  /**
   * @param today for waivers, as {@code 2027-03-31}
   * @param recorder is told what the evaluation decides; null if nobody wants to know
   */
  static Judgement of(Trial trial, Plan plan, String today, @Nullable Recorder recorder) {
    Judgement judgement = new Judgement(trial);
    Evaluator evaluator = new Evaluator(plan, trial.inventory(), recorder);
    Waivers waivers = new Waivers(plan, today);
    Terms terms = Terms.of(plan.policy(), _ -> false, today);
    trial
        .manifests()
        .forEach(manifest -> {
          Evaluation evaluation =
              LineWaivers.of(manifest, terms).apply(waivers.apply(evaluator.evaluate(manifest)));
          judgement.findings.addAll(evaluation.findings());
          judgement.applied.addAll(evaluation.applied());
        });
    return judgement;
  }

  /**
   * What is not as expected.
   *
   * @param rule the one rule that the plan has; null if it has all that the trial concerns
   */
  List<TestResult.Failure> failures(@Nullable String rule) {
    List<TestResult.Failure> failures = new ArrayList<>();
    Set<Finding> named = new LinkedHashSet<>();
    for (Expectation expectation : trial.expectations()) {
      if (rule == null || rule.equals(expectation.rule())) {
        expect(expectation, named, failures);
      }
    }
    for (Finding finding : findings) {
      if (isOfThisTest(finding) && !named.contains(finding)) {
        failures.add(unnamed(finding));
      }
    }
    return failures;
  }

  /**
   * An example speaks of one rule; a manifest that is wrong for the API is everybody's business.
   */
  private boolean isOfThisTest(Finding finding) {
    return trial.exampleOf() == null
        && finding.outcome() == Finding.Outcome.VIOLATED
        && (finding.rule() == null || trial.isOfPack(finding.ruleId()));
  }

  private TestResult.Failure unnamed(Finding finding) {
    String id = finding.ruleId();
    return new TestResult.Failure(
        trial.span(),
        id + " violated at " + finding.path() + ", which no `expect` names",
        id,
        "not violated",
        "violated",
        List.of(shown(finding)),
        List.of(),
        null);
  }

  private void expect(
      Expectation expectation, Set<Finding> named, List<TestResult.Failure> failures) {
    String rule = expectation.rule();
    String wanted = word(expectation.outcome());
    String got = outcome(rule);
    List<Finding> matching =
        of(rule).stream()
            .filter(finding -> finding.outcome().word().equals(wanted))
            .filter(
                finding -> expectation.path() == null || finding.path().equals(expectation.path()))
            .toList();
    named.addAll(matching);
    boolean found = wanted.equals("violated") || wanted.equals("waived");
    if (found ? matching.isEmpty() : !got.equals(wanted)) {
      String where = expectation.path() == null ? "" : " at " + expectation.path();
      List<Finding> instead = of(rule).stream().map(this::shown).toList();
      failures.add(
          TestResult.Failure.outcome(expectation.span(), rule, wanted + where, got, instead));
    }
  }

  private List<Finding> of(String rule) {
    return findings.stream().filter(finding -> finding.ruleId().equals(rule)).toList();
  }

  private Finding shown(Finding finding) {
    return finding.at(trial.place(finding.span()));
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case VIOLATED -> "violated";
      case PASSED -> "passed";
      case NOT_APPLICABLE -> "not applicable";
      case WAIVED -> "waived";
    };
  }

  private String outcome(String rule) {
    List<Finding> found = of(rule);
    if (found.stream().anyMatch(finding -> finding.outcome() == Finding.Outcome.VIOLATED)) {
      return "violated";
    }
    if (!found.isEmpty()) {
      return "waived";
    }
    return applied.contains(rule) ? "passed" : "not applicable";
  }
}
