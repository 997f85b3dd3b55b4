package dev.bylaw.engine.mutation;

import dev.bylaw.engine.policy.CheckedRule;
import java.util.List;

/**
 * How many changes of a rule its tests noticed.
 *
 * @param total the changes that were made; one that the compiler would refuse, or that it can prove
 *     to mean the same, is not among them
 * @param survivors those that no test noticed
 * @param tested whether a test concerns the rule at all
 * @param capped whether there were more changes than are made of one rule
 */
public record RuleScore(
    CheckedRule rule, int total, List<Change> survivors, boolean tested, boolean capped) {
  public RuleScore {
    survivors = List.copyOf(survivors);
  }

  public int noticed() {
    return total - survivors.size();
  }
}
