package dev.bylaw.engine.check;

import dev.bylaw.engine.check.Resolver.Resolved;
import dev.bylaw.engine.check.Resolver.ResolvedRule;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks every rule of the resolved files against the schema. */
final class Checker {
  private Checker() {}

  /**
   * @param readable whether every file could be parsed; if not, what looks unused may be used where
   *     it could not be read
   * @param selected the files whose rules are wanted; what other files define is not missed if
   *     nobody uses it
   */
  static Staged<CheckedPolicy> check(
      Resolved resolved, boolean readable, Set<PolicyFile> selected, Schema schema) {
    Context context = new Context(schema, new Diagnostics(), new AccessTable());
    RuleChecker checker = new RuleChecker(context);
    List<CheckedRule> rules = new ArrayList<>();
    for (ResolvedRule rule : resolved.rules()) {
      CheckedRule checked = checker.check(rule);
      if (checked != null) {
        rules.add(checked);
      }
    }
    if (context.diagnostics().count() == 0) {
      refuseDuplicates(rules, context.diagnostics());
    }
    // A rule that did not get through may be the one that uses a word.
    if (readable && context.diagnostics().count() == 0) {
      resolved.packs().forEach(pack -> refuseUnused(pack, selected, context.diagnostics()));
    }
    return new Staged<>(
        new CheckedPolicy(rules, context.accesses().all()), context.diagnostics().all());
  }

  private static void refuseDuplicates(List<CheckedRule> rules, Diagnostics diagnostics) {
    Map<List<Object>, CheckedRule> known = new LinkedHashMap<>();
    for (CheckedRule rule : rules) {
      String when = rule.when() == null ? "" : ConditionText.of(rule.when());
      CheckedRule first =
          known.putIfAbsent(
              List.of(
                  packOf(rule),
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

  /** Two packs may well say the same; two rules of one pack may not. */
  private static String packOf(CheckedRule rule) {
    return rule.id().substring(0, rule.id().lastIndexOf('/'));
  }

  private static void refuseUnused(Pack pack, Set<PolicyFile> selected, Diagnostics diagnostics) {
    boolean ours = pack.files.stream().anyMatch(selected::contains);
    if (!ours) {
      return;
    }
    for (Map.Entry<PolicyFile.Use, Pack> use : pack.uses.entrySet()) {
      if (!pack.usedUses.contains(use.getKey())) {
        Span span = use.getKey().span();
        diagnostics.error(
            CheckCode.UNUSED,
            span,
            "nothing of the pack `" + use.getKey().name().text() + "` is used",
            "take the line away");
      }
    }
    for (Declaration word : pack.words.values()) {
      if (!pack.used.contains(word)) {
        switch (word) {
          case Declaration.Let let -> unused(diagnostics, let.name());
          case Declaration.Parameter parameter -> unused(diagnostics, parameter.name());
          // A definition may be meant for others: a pack can be a vocabulary.
          case Declaration.Definition definition -> {
            if (!pack.files.stream()
                .allMatch(file -> file.declarations().stream().noneMatch(Rule.class::isInstance))) {
              unused(diagnostics, definition.name());
            }
          }
          case Rule _, RuleTest _, Waiver _ -> {}
        }
      }
    }
  }

  private static void unused(Diagnostics diagnostics, Name name) {
    diagnostics.error(
        CheckCode.UNUSED,
        name.span(),
        "`" + name.text() + "` is never used",
        "use it, or take it away");
  }
}
