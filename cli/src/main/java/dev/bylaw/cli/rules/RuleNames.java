package dev.bylaw.cli.rules;

import dev.bylaw.cli.UsageError;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Elsewhere;
import dev.bylaw.grammar.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Finds rules by what people call them. */
public final class RuleNames {
  private static final String STANDARD = "std/";

  private RuleNames() {}

  /**
   * The rules of a name: their id, the last part of it, or what another tool calls them. More than
   * one only for the name of another tool.
   */
  public static List<CheckedRule> find(String name, List<CheckedRule> rules) {
    List<CheckedRule> own = named(name, rules);
    if (own.size() == 1) {
      return own;
    }
    if (own.size() > 1) {
      throw new UsageError(
          "`" + name + "` is the name of more than one rule",
          "it is one of " + String.join(", ", own.stream().map(CheckedRule::id).toList()));
    }
    List<CheckedRule> elsewhere =
        rules.stream()
            .filter(rule ->
                Elsewhere.in(rule.documentation()).names().stream()
                    .anyMatch(other -> other.id().equalsIgnoreCase(name)))
            .toList();
    if (elsewhere.isEmpty()) {
      throw unknown(name, rules);
    }
    return elsewhere;
  }

  /** The one rule of a name. */
  public static CheckedRule one(String name, List<CheckedRule> rules) {
    List<CheckedRule> found = find(name, rules);
    if (found.size() > 1) {
      throw new UsageError(
          "`" + name + "` stands for more than one rule",
          "name one of " + String.join(", ", found.stream().map(CheckedRule::id).toList()));
    }
    return found.getFirst();
  }

  private static List<CheckedRule> named(String name, List<CheckedRule> rules) {
    String bare = name.startsWith(STANDARD) ? name.substring(STANDARD.length()) : name;
    List<CheckedRule> exact = rules.stream().filter(rule -> rule.id().equals(bare)).toList();
    return exact.isEmpty()
        ? rules.stream().filter(rule -> rule.id().endsWith("/" + bare)).toList()
        : exact;
  }

  private static UsageError unknown(String name, List<CheckedRule> rules) {
    List<String> names = new ArrayList<>();
    for (CheckedRule rule : rules) {
      names.add(rule.id());
      names.add(rule.id().substring(rule.id().lastIndexOf('/') + 1));
    }
    return new UsageError(
        "there is no rule `" + name + "`",
        Suggestion.question(
            name,
            names.stream().distinct().toList(),
            "`bylaw rules` lists the rules of a check, `bylaw rules --all` every standard one"));
  }
}
