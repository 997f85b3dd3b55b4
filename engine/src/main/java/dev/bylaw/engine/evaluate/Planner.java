package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.schema.PodSpecPaths;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checked policy to plan: what can be done once for all manifests is done here. */
public final class Planner {
  private Planner() {}

  /**
   * Plans the policy for manifests of the version of Kubernetes that it was checked against, and
   * for every runtime.
   */
  public static Plan plan(CheckedPolicy policy, PodSpecPaths kinds) {
    return plan(policy, kinds, ContainerRuntime.all());
  }

  /** Plans it for some runtimes: which they are no rule can know. */
  public static Plan plan(
      CheckedPolicy policy, PodSpecPaths kinds, Set<ContainerRuntime> runtimes) {
    boolean needsInventory = policy.rules().stream().anyMatch(Planner::looksElsewhere);
    return new Plan(policy, kinds, new Patterns(), needsInventory, runtimes, null);
  }

  private static boolean looksElsewhere(CheckedRule rule) {
    return looksElsewhere(rule.when()) || looksElsewhere(rule.condition());
  }

  private static boolean looksElsewhere(@Nullable Condition condition) {
    return switch (condition) {
      case Condition.Exists _ -> true;
      case Condition.Parametric parametric -> looksElsewhere(parametric.condition());
      case Condition.And and -> and.operands().stream().anyMatch(Planner::looksElsewhere);
      case Condition.Or or -> or.operands().stream().anyMatch(Planner::looksElsewhere);
      case Condition.Not not -> looksElsewhere(not.operand());
      case Condition.Quantified quantified ->
          looksElsewhere(quantified.where()) || looksElsewhere(quantified.condition());
      case Condition.Leaf _ -> false;
      case null -> false;
    };
  }
}
