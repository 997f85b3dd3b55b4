package dev.bylaw.engine.mutation;

import dev.bylaw.engine.check.Proof;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes each rule in small ways and asks its tests whether they notice. A change that survives is
 * a mistake that somebody could make tomorrow.
 */
public final class Mutation {
  /** A rule with long lists has many changes; each is run against every test of the rule. */
  private static final int MOST = 1000;

  private final RuleTests tests;

  /**
   * @param tests which all pass
   */
  public Mutation(RuleTests tests) {
    this.tests = tests;
  }

  /** How a rule fares. */
  public RuleScore of(CheckedRule rule) {
    List<Change> survivors = new ArrayList<>();
    Set<List<Object>> known = new LinkedHashSet<>();
    known.add(meaning(rule));
    int total = 0;
    boolean capped = false;
    for (Variant<CheckedRule> variant : RuleVariants.of(rule)) {
      CheckedRule changed = variant.changed();
      if (!known.add(meaning(changed)) || isRefused(changed) || isSame(rule, changed)) {
        continue;
      }
      if (total == MOST) {
        capped = true;
        break;
      }
      total++;
      if (!tests.notice(changed)) {
        survivors.add(variant.change());
      }
    }
    return new RuleScore(rule, total, survivors, tests.concern(rule), capped);
  }

  private static List<Object> meaning(CheckedRule rule) {
    return List.of(
        rule.subject(),
        rule.when() == null ? "" : ConditionText.of(rule.when()),
        rule.verdict(),
        ConditionText.of(rule.condition()));
  }

  /** Whether the compiler would not let the rule through: it never fires, or always. */
  private static boolean isRefused(CheckedRule rule) {
    return Proof.isImpossible(violating(rule, true), violating(rule, false))
        || Proof.isImpossible(passing(rule, true), passing(rule, false));
  }

  /** Whether every manifest is sure to get the same verdict from both. */
  private static boolean isSame(CheckedRule rule, CheckedRule changed) {
    return rule.subject().equals(changed.subject())
        && appliesWherever(rule, changed)
        && appliesWherever(changed, rule)
        && Proof.isImpossible(
            both(violating(rule, true), passing(changed, true)),
            both(violating(rule, false), passing(changed, false)))
        && Proof.isImpossible(
            both(passing(rule, true), violating(changed, true)),
            both(passing(rule, false), violating(changed, false)));
  }

  private static boolean appliesWherever(CheckedRule one, CheckedRule other) {
    return other.when() == null || Proof.isImpossible(when(one), when(other));
  }

  private static List<Condition> when(CheckedRule rule) {
    return rule.when() == null ? List.of() : List.of(rule.when());
  }

  /** What holds, or with {@code holding} false does not, where the rule finds something. */
  private static List<Condition> violating(CheckedRule rule, boolean holding) {
    boolean deny = rule.verdict() == Verdict.DENY;
    List<Condition> verdict = deny == holding ? List.of(rule.condition()) : List.of();
    return holding ? both(when(rule), verdict) : verdict;
  }

  private static List<Condition> passing(CheckedRule rule, boolean holding) {
    boolean deny = rule.verdict() == Verdict.DENY;
    List<Condition> verdict = deny == holding ? List.of() : List.of(rule.condition());
    return holding ? both(when(rule), verdict) : verdict;
  }

  private static List<Condition> both(List<Condition> some, List<Condition> more) {
    List<Condition> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
