package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.grammar.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refuses two rules of one pack that say the same in other words; two packs may well do so. */
final class DuplicateRules {
  private DuplicateRules() {}

  static void refuse(List<CheckedRule> rules, Diagnostics diagnostics) {
    Map<List<Object>, CheckedRule> known = new LinkedHashMap<>();
    for (CheckedRule rule : rules) {
      String when = rule.when() == null ? "" : ConditionText.of(rule.when());
      CheckedRule first =
          known.putIfAbsent(
              List.of(
                  rule.pack(),
                  rule.subject(),
                  when,
                  rule.verdict(),
                  ConditionText.of(rule.condition())),
              rule);
      if (first != null) {
        diagnostics.add(
            Diagnostic.of(
                    CheckCode.DUPLICATE_RULE,
                    rule.clause(),
                    "says the same as the rule " + first.id(),
                    "keep one of the two")
                .related(first.clause(), "the same rule"));
      }
    }
  }
}
