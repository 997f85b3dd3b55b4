package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a name that hides another one: whoever reads the rule would have to know which of the two
 * wins. A variable may be called like a field, as {@code any port in ports} is, for it is defined
 * right beside its use.
 */
final class Shadowing {
  /** What stands before a dot, and means the same in every rule. */
  private static final List<String> HEADS =
      List.of(
          Paths.rootName(Level.CONTAINER),
          Paths.rootName(Level.POD),
          Paths.rootName(Level.RESOURCE),
          EffectiveWords.HEAD,
          SchemaWords.HEAD);

  private final Diagnostics diagnostics;

  Shadowing(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Refuses the variable of a quantifier or of {@code exists}. */
  void refuse(Name variable, Scope scope) {
    String name = variable.text();
    if (scope.variable(name) != null) {
      refuse(variable.span(), "is already the variable of an outer quantifier", null, "");
      return;
    }
    if (HEADS.contains(name)) {
      refuse(variable.span(), "stands for something else in every rule", null, "");
      return;
    }
    Declaration own = scope.pack().words.get(name);
    if (own != null) {
      refuse(
          variable.span(),
          "is a word of this pack already",
          Resolver.nameOf(own).span(),
          "defined here");
      return;
    }
    for (Map.Entry<PolicyFile.Use, Pack> use : scope.pack().uses.entrySet()) {
      if (use.getValue().words.containsKey(name)) {
        refuse(
            variable.span(),
            "is a word of the pack `" + use.getValue().name + "` already",
            use.getKey().span(),
            "used here");
      }
    }
  }

  /**
   * Refuses words that a used pack defines as well, and words that two of the used packs define.
   */
  void refuse(Pack pack) {
    pack.uses.forEach((use, other) ->
        pack.words.forEach((word, declaration) -> {
          if (other.words.containsKey(word)) {
            refuse(
                Resolver.nameOf(declaration).span(),
                "`" + word + "`",
                "is a word of the pack `" + other.name + "` already",
                use.span(),
                "used here",
                "give this word another name");
          }
        }));
    for (String head : HEADS) {
      Declaration declaration = pack.words.get(head);
      // A level is told of as every field is.
      if (declaration != null && !Paths.isRootName(head)) {
        refuse(
            Resolver.nameOf(declaration).span(),
            "`" + head + "`",
            "stands for something else in every rule",
            null,
            "",
            "give this word another name");
      }
    }
    pack.ambiguous.forEach((word, uses) ->
        refuse(
            uses.other().span(),
            "`" + word + "`",
            "is a word of the pack `"
                + uses.first().name().text()
                + "`, too, and a rule asks for it",
            uses.first().span(),
            "used here",
            "use one of the two packs"));
  }

  private void refuse(Span variable, String message, @Nullable Span other, String label) {
    refuse(
        variable,
        "`" + variable.text() + "`",
        message,
        other,
        label,
        "give this variable another name");
  }

  private void refuse(
      Span place, String name, String message, @Nullable Span other, String label, String help) {
    Diagnostic diagnostic =
        Diagnostic.of(CheckCode.ALREADY_DEFINED, place, name + " " + message, help);
    diagnostics.add(other == null ? diagnostic : diagnostic.related(other, label));
  }
}
