package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.engine.schema.PodSpecPaths;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy made ready to be evaluated over any number of manifests, by any number of evaluators.
 *
 * @param kinds the kinds of the schema that the policy was checked against
 * @param patterns the regular expressions that the evaluators have needed so far
 * @param needsInventory whether a rule looks at other objects than its own, so that all input must
 *     be known before any is judged
 * @param runtimes those that may run the containers: one of them is enough to leave a capability
 * @param budget what all that evaluate it may take together, on one thread; null for no limit
 */
public record Plan(
    CheckedPolicy policy,
    PodSpecPaths kinds,
    Patterns patterns,
    boolean needsInventory,
    Set<ContainerRuntime> runtimes,
    @Nullable Steps budget) {
  public Plan {
    runtimes = Set.copyOf(runtimes);
  }

  /** The same plan, whose evaluators throw {@link Steps.UsedUp} when the budget is used up. */
  public Plan within(Steps steps) {
    return new Plan(policy, kinds, patterns, needsInventory, runtimes, steps);
  }

  /** What one evaluator takes its steps from. */
  Steps steps() {
    return budget == null ? Steps.unlimited() : budget;
  }

  /**
   * The rules for one subject of one kind, in the order of the policy.
   *
   * @param named whether a rule that has the kind's name means it
   */
  List<CheckedRule> rulesFor(Subject.Level level, String kind, boolean named) {
    return policy.rules().stream()
        .filter(rule -> rule.subject().level() == level && covers(rule.subject(), kind, named))
        .toList();
  }

  static boolean covers(Subject subject, String kind, boolean named) {
    return subject.kinds().isEmpty() || (named && subject.kinds().contains(kind));
  }

  static List<CheckedRule> forList(List<CheckedRule> rules, ContainerList list) {
    return rules.stream().filter(rule -> rule.subject().containers().contains(list)).toList();
  }
}
