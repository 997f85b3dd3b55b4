package dev.bylaw.engine.policy;

import java.util.List;

/**
 * All rules of one run, checked against one schema, in the order of their files, with the
 * exceptions and tests that were written for them.
 *
 * @param accesses every path that a rule reads, once; an {@link Access}'s slot is its index here
 */
public record CheckedPolicy(
    List<CheckedRule> rules,
    List<Access> accesses,
    List<CheckedWaiver> waivers,
    List<CheckedTest> tests) {
  public CheckedPolicy {
    rules = List.copyOf(rules);
    accesses = List.copyOf(accesses);
    waivers = List.copyOf(waivers);
    tests = List.copyOf(tests);
  }

  /** Rules alone. */
  public CheckedPolicy(List<CheckedRule> rules, List<Access> accesses) {
    this(rules, accesses, List.of(), List.of());
  }
}
