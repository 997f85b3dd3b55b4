package dev.bylaw.engine.ruletest;

import dev.bylaw.engine.evaluate.Explainer;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.evaluate.Recorder;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.waiver.Terms;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tests and examples of a policy: every example of every rule, then every test, in the order of
 * the files.
 *
 * <p>Each is judged by the rules that it concerns and no others, so that it says the same whatever
 * else is loaded beside it.
 */
public final class RuleTests {
  /** What it takes to read a test and to judge it, beside what its rules decide. */
  private static final int STEPS = 1500;

  private final Plan plan;
  private final String today;
  private final List<Trial> trials = new ArrayList<>();
  private final Map<List<String>, Plan> plans = new LinkedHashMap<>();

  /**
   * @param today for waivers, as {@code 2027-03-31}
   * @param files gives the text of a file by the place that names it and its path, or null if it
   *     cannot be read
   */
  public RuleTests(Plan plan, String today, BiFunction<Span, String, @Nullable String> files) {
    this.plan = plan;
    this.today = today;
    TrialReader reader = new TrialReader(files);
    for (CheckedRule rule : plan.policy().rules()) {
      for (int i = 0; i < rule.examples().size(); i++) {
        trials.add(reader.read(rule, rule.examples().get(i), i + 1));
      }
    }
    plan.policy().tests().forEach(test -> trials.add(reader.read(test)));
  }

  private RuleTests(RuleTests all, List<Trial> some) {
    this.plan = all.plan;
    this.today = all.today;
    this.trials.addAll(some);
  }

  /** The tests whose names are wanted. */
  public RuleTests only(Predicate<String> names) {
    return new RuleTests(this, trials.stream().filter(trial -> names.test(trial.name())).toList());
  }

  public boolean isEmpty() {
    return trials.isEmpty();
  }

  /** The rules that are tested, or could be. */
  public List<CheckedRule> rules() {
    return plan.policy().rules();
  }

  /** How each test went. */
  public List<TestResult> run() {
    return run(null);
  }

  /**
   * How each test went.
   *
   * @param recorder is told what the tests make the evaluator decide: of each test only for the
   *     rules that it concerns
   */
  public List<TestResult> run(@Nullable Recorder recorder) {
    return trials.stream()
        .map(trial ->
            new TestResult(trial.name(), trial.pack(), trial.span(), failures(trial, recorder)))
        .toList();
  }

  private List<TestResult.Failure> failures(Trial trial, @Nullable Recorder recorder) {
    if (plan.budget() != null) {
      plan.budget().take(STEPS);
    }
    if (!trial.unreadable().isEmpty()) {
      return trial.unreadable();
    }
    List<CheckedRule> concerned = rules().stream().filter(trial::concerns).toList();
    List<String> ids = concerned.stream().map(CheckedRule::id).toList();
    Plan own = plans.computeIfAbsent(ids, _ -> planOf(concerned));
    return explained(Judgement.of(trial, own, today, recorder).failures(null), trial, own);
  }

  /** Of each rule the first failure is explained. */
  private List<TestResult.Failure> explained(
      List<TestResult.Failure> failures, Trial trial, Plan own) {
    Set<String> told = new LinkedHashSet<>();
    List<TestResult.Failure> explained = new ArrayList<>();
    for (TestResult.Failure failure : failures) {
      TestResult.Account account =
          failure.rule() == null || !told.add(failure.rule()) ? null : account(failure, trial, own);
      explained.add(account == null ? failure : failure.explained(account));
    }
    return explained;
  }

  private TestResult.@Nullable Account account(TestResult.Failure failure, Trial trial, Plan own) {
    List<Explanation> subjects = new ArrayList<>();
    for (CheckedRule rule : own.policy().rules()) {
      if (rule.id().equals(failure.rule())) {
        Waivers waivers = new Waivers(own, today);
        Terms terms = Terms.of(own.policy(), _ -> false, today);
        Explainer explainer = new Explainer(rule, own, trial.inventory(), waivers, terms);
        trial.manifests().forEach(manifest -> subjects.addAll(explainer.explain(manifest)));
      }
    }
    subjects.removeIf(subject -> !subject.outcome().word().equals(failure.got()));
    return subjects.isEmpty() ? null : new TestResult.Account(subjects, trial::place);
  }

  /** Whether a test concerns the rule. */
  public boolean concern(CheckedRule rule) {
    return trials.stream().anyMatch(trial -> trial.concerns(rule));
  }

  /** Whether a test that passes now would fail if a rule of this id were this one. */
  public boolean notice(CheckedRule changed) {
    Plan alone = planOf(List.of(changed));
    return trials.stream()
        .filter(trial -> trial.concerns(changed))
        .anyMatch(
            trial -> !Judgement.of(trial, alone, today, null).failures(changed.id()).isEmpty());
  }

  private Plan planOf(List<CheckedRule> rules) {
    CheckedPolicy all = plan.policy();
    Plan some =
        Planner.plan(
            new CheckedPolicy(rules, all.accesses(), all.waivers(), all.tests()),
            plan.kinds(),
            plan.runtimes());
    return plan.budget() == null ? some : some.within(plan.budget());
  }
}
