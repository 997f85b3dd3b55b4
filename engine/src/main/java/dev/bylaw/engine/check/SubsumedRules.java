package dev.bylaw.engine.check;

import dev.bylaw.engine.check.Satisfiability.Demand;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns of a rule that finds nothing but what another rule of its pack finds already.
 *
 * <p>One rule covers another if no manifest breaks the other and keeps to it. A graver rule for
 * some of what a milder one finds is fine, and so is one whose comment names the other: its author
 * knows.
 */
final class SubsumedRules {
  private final Map<Object, Integer> numbers = new LinkedHashMap<>();
  private final Map<Object, Set<Integer>> byTopic = new LinkedHashMap<>();

  private SubsumedRules() {}

  static void warn(List<CheckedRule> rules, Diagnostics diagnostics) {
    Map<String, List<CheckedRule>> packs = new LinkedHashMap<>();
    for (CheckedRule rule : rules) {
      packs.computeIfAbsent(rule.pack(), _ -> new ArrayList<>()).add(rule);
    }
    packs.values().stream()
        .filter(pack -> pack.size() > 1)
        .forEach(pack -> new SubsumedRules().warnOf(pack, diagnostics));
  }

  private void warnOf(List<CheckedRule> pack, Diagnostics diagnostics) {
    Map<Integer, Outcomes> all = new LinkedHashMap<>();
    for (int i = 0; i < pack.size(); i++) {
      int place = i;
      Outcomes outcomes = outcomes(place, pack.get(i));
      if (outcomes != null) {
        all.put(place, outcomes);
        outcomes
            .topicsOfKept()
            .forEach(
                topic -> byTopic.computeIfAbsent(topic, _ -> new LinkedHashSet<>()).add(place));
      }
    }
    for (Outcomes narrow : all.values()) {
      CheckedRule wide = covering(narrow, all);
      if (wide != null) {
        diagnostics.add(
            Diagnostic.of(
                    CheckCode.SUBSUMED_RULE,
                    narrow.rule().clause(),
                    "whatever breaks this rule breaks the rule " + wide.id() + " too",
                    "take one of the two away, or name `"
                        + wide.id()
                        + "` in this rule's `##` comment if both are meant")
                .related(wide.clause(), "the wider rule"));
      }
    }
  }

  /** Of two rules that cover each other only the later one is told. */
  private @Nullable CheckedRule covering(Outcomes narrow, Map<Integer, Outcomes> all) {
    Set<Integer> candidates = new LinkedHashSet<>();
    narrow
        .topicsOfBroken()
        .forEach(topic -> candidates.addAll(byTopic.getOrDefault(topic, Set.of())));
    for (int place : candidates) {
      Outcomes wide = all.get(place);
      if (wide != null
          && place != narrow.place()
          && wide.covers(narrow)
          && (place < narrow.place() || !narrow.covers(wide))) {
        return wide.rule();
      }
    }
    return null;
  }

  /** Null where there are too many ways to tell. */
  private @Nullable Outcomes outcomes(int place, CheckedRule rule) {
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
            place,
            rule,
            ways(broken),
            ways(kept),
            Topics.ofBroken(broken.each().getFirst()),
            Topics.ofKept(kept.each().getFirst()));
  }

  private List<Way> ways(Alternatives alternatives) {
    return alternatives.each().stream().map(demands -> Way.of(demands, numbers)).toList();
  }

  /**
   * What a rule can come to.
   *
   * @param place of the rule in its pack
   * @param broken the ways to break it
   * @param kept the ways to keep to it, or to be none of its business
   */
  private record Outcomes(
      int place,
      CheckedRule rule,
      List<Way> broken,
      List<Way> kept,
      Set<Object> topicsOfBroken,
      Set<Object> topicsOfKept) {

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
}
