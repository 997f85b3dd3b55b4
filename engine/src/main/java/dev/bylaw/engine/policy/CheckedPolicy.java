package dev.bylaw.engine.policy;

import java.util.List;

/**
 * All rules of one run, checked against one schema, in the order of their files.
 *
 * @param accesses every path that a rule reads, once; an {@link Access}'s slot is its index here
 */
public record CheckedPolicy(List<CheckedRule> rules, List<Access> accesses) {
  public CheckedPolicy {
    rules = List.copyOf(rules);
    accesses = List.copyOf(accesses);
  }
}
