package dev.bylaw.engine.check;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Waiver;
import java.util.Map;

/** Refuses names of a pack that nothing uses: mostly a rule was meant to, and does not. */
final class UnusedNames {
  private UnusedNames() {}

  static void refuse(Pack pack, Diagnostics diagnostics) {
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
