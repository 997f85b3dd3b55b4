package dev.bylaw.engine.check;

import dev.bylaw.engine.check.Satisfiability.Demand;
import dev.bylaw.engine.policy.Condition;
import java.util.ArrayList;
import java.util.List;

/** What the static analysis can prove of checked conditions, for those who count what is left. */
public final class Proof {
  private Proof() {}

  /**
   * Whether it is sure that no manifest meets every condition of the first list and none of the
   * second.
   */
  public static boolean isImpossible(List<Condition> holding, List<Condition> failing) {
    List<Demand> demands = new ArrayList<>();
    holding.forEach(condition -> demands.add(new Demand(condition, true)));
    failing.forEach(condition -> demands.add(new Demand(condition, false)));
    return !Satisfiability.possible(demands);
  }
}
