package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.grammar.Diagnostic;
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
  private final Map<Integer, Outcomes> all = new LinkedHashMap<>();
  private final Map<Object, Set<Integer>> byTopic = new LinkedHashMap<>();

  private SubsumedRules() {}

  static void warn(List<CheckedRule> rules, Memory memory, Diagnostics diagnostics) {
    Map<String, List<CheckedRule>> packs = new LinkedHashMap<>();
    for (CheckedRule rule : rules) {
      packs.computeIfAbsent(rule.pack(), _ -> new ArrayList<>()).add(rule);
    }
    packs.values().stream()
        .filter(pack -> pack.size() > 1)
        .forEach(pack -> new SubsumedRules().warnOf(pack, memory, diagnostics));
  }

  private void warnOf(List<CheckedRule> pack, Memory memory, Diagnostics diagnostics) {
    for (int i = 0; i < pack.size(); i++) {
      int place = i;
      Outcomes outcomes = memory.outcomes(pack.get(i));
      if (outcomes != null) {
        all.put(place, outcomes);
        outcomes
            .topicsOfKept()
            .forEach(
                topic -> byTopic.computeIfAbsent(topic, _ -> new LinkedHashSet<>()).add(place));
      }
    }
    all.forEach((place, narrow) -> {
      CheckedRule wide = covering(place, narrow);
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
    });
  }

  /** Of two rules that cover each other only the later one is told. */
  private @Nullable CheckedRule covering(int own, Outcomes narrow) {
    Set<Integer> candidates = new LinkedHashSet<>();
    narrow
        .topicsOfBroken()
        .forEach(topic -> candidates.addAll(byTopic.getOrDefault(topic, Set.of())));
    for (int place : candidates) {
      Outcomes wide = all.get(place);
      if (wide != null
          && place != own
          && wide.covers(narrow)
          && (place < own || !narrow.covers(wide))) {
        return wide.rule();
      }
    }
    return null;
  }
}
