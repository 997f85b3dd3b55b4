package dev.bylaw.engine.waiver;

import dev.bylaw.engine.policy.CheckedPolicy;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * On what terms comments may waive.
 *
 * @param known the ids of all rules that were given
 * @param judged those of them that the run judges by
 * @param elsewhere says of the name of a pack that it exists and was not given: nothing can be said
 *     of a waiver of its rules; asked only then, for who knows may have to read a library
 * @param locked says of an id that the rule may not be waived inside a manifest
 * @param today as {@code 2027-03-31}: the engine has no clock
 */
public record Terms(
    Set<String> known,
    Set<String> judged,
    Predicate<String> elsewhere,
    Predicate<String> locked,
    String today) {
  /** Every rule of the policy, and no pack beside. */
  public static Terms of(CheckedPolicy policy, Predicate<String> locked, String today) {
    Set<String> ids = new LinkedHashSet<>();
    policy.rules().forEach(rule -> ids.add(rule.id()));
    return new Terms(ids, ids, _ -> false, locked, today);
  }

  boolean isElsewhere(String rule) {
    int slash = rule.lastIndexOf('/');
    return slash > 0 && elsewhere.test(rule.substring(0, slash));
  }
}
