package dev.bylaw.engine.check;

import dev.bylaw.engine.check.Satisfiability.Demand;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can come to.
 *
 * @param broken the ways to break it
 * @param kept the ways to keep to it, or to be none of its business
 */
record Outcomes(
    CheckedRule rule,
    List<Way> broken,
    List<Way> kept,
    Set<Object> topicsOfBroken,
    Set<Object> topicsOfKept) {

  /**
   * Null where there are too many ways to tell.
   *
   * @param numbers those that all rules share, see {@link Way#of}
   */
  static @Nullable Outcomes of(CheckedRule rule, Map<Object, Integer> numbers) {
    List<Condition> parts = new ArrayList<>();
    if (rule.when() != null) {
      parts.add(rule.when());
    }
    parts.add(
        rule.verdict() == Verdict.DENY
            ? rule.condition()
            : new Condition.Not(rule.condition(), rule.condition().span()));
    Condition breaks = new Condition.And(parts, rule.clause());
    Alternatives broken = Satisfiability.alternatives(List.of(new Demand(breaks, true)));
    Alternatives kept = Satisfiability.alternatives(List.of(new Demand(breaks, false)));
    return broken == null || kept == null || broken.areNone() || kept.areNone()
        ? null
        : new Outcomes(
            rule,
            ways(broken, numbers),
            ways(kept, numbers),
            Topics.ofBroken(broken.each().getFirst()),
            Topics.ofKept(kept.each().getFirst()));
  }

  private static List<Way> ways(Alternatives alternatives, Map<Object, Integer> numbers) {
    return alternatives.each().stream().map(demands -> Way.of(demands, numbers)).toList();
  }

  boolean covers(Outcomes narrow) {
    return rule.severity().compareTo(narrow.rule.severity()) >= 0
        && covers(rule.subject(), narrow.rule.subject())
        && narrow.broken.stream().allMatch(way -> kept.stream().allMatch(way::excludes))
        && !narrow.rule.documentation().contains("`" + rule.id() + "`");
  }

  /** Whether everything that one rule looks at, or what that is part of, the other looks at. */
  private static boolean covers(Subject wide, Subject narrow) {
    boolean lists =
        wide.level() != Subject.Level.CONTAINER
            || wide.containers().containsAll(narrow.containers());
    boolean kinds =
        wide.kinds().isEmpty()
            || (!narrow.kinds().isEmpty() && wide.kinds().containsAll(narrow.kinds()));
    return wide.level().compareTo(narrow.level()) <= 0 && lists && kinds;
  }
}
