package dev.bylaw.engine.evaluate;

import com.google.re2j.Pattern;
import dev.bylaw.engine.capability.ContainerRuntime;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.schema.PodSpecPaths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checked policy to plan: what can be done once for all manifests is done here. */
public final class Planner {
  private final Map<String, Pattern> patterns = new LinkedHashMap<>();
  private boolean needsInventory;

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
    Planner planner = new Planner();
    for (CheckedRule rule : policy.rules()) {
      planner.visit(rule.when());
      planner.visit(rule.condition());
    }
    return new Plan(policy, kinds, planner.patterns, planner.needsInventory, runtimes);
  }

  private void visit(@Nullable Condition condition) {
    switch (condition) {
      case Condition.Parametric parametric -> visit(parametric.condition());
      case Condition.And and -> and.operands().forEach(this::visit);
      case Condition.Or or -> or.operands().forEach(this::visit);
      case Condition.Not not -> visit(not.operand());
      case Condition.Quantified quantified -> {
        visit(quantified.where());
        visit(quantified.condition());
      }
      case Condition.Exists exists -> {
        needsInventory = true;
        visit(exists.where());
      }
      case Condition.Matches matches ->
          patterns.computeIfAbsent(matches.pattern(), Pattern::compile);
      case Condition.Constant _,
          Condition.Holds _,
          Condition.Compare _,
          Condition.Absent _,
          Condition.In _,
          Condition.Contains _,
          Condition.ContainsCapability _,
          Condition.IsCapability _,
          Condition.Like _,
          Condition.From _,
          Condition.Under _,
          Condition.SharesCapability _,
          Condition.KnownCapability _,
          Condition.Selects _ -> {}
      case null -> {}
    }
  }
}
