package dev.bylaw.cli.explain;

import dev.bylaw.engine.example.ExampleSearch;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Elsewhere;
import dev.bylaw.engine.policy.SubjectText;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a rule, in the order in which it is shown.
 *
 * @param when the text after {@code when}, or null
 * @param condition {@code deny …} or {@code require …}, on one line
 * @param words what the words of the pack stand for that it uses
 * @param prose the Markdown of its doc comment, without the names that other tools have for it
 * @param found the smallest manifests that break it and pass it, as far as the search found any;
 *     null if nobody searched
 */
public record RulePage(
    CheckedRule rule,
    String subject,
    @Nullable String when,
    String condition,
    List<String> words,
    String prose,
    Elsewhere elsewhere,
    ExampleSearch.@Nullable Examples found) {
  private static final int LONGEST_MEANING = 200;

  public RulePage {
    words = List.copyOf(words);
  }

  /** With nothing found. */
  public static RulePage of(CheckedRule rule) {
    return of(rule, null);
  }

  public static RulePage of(CheckedRule rule, ExampleSearch.@Nullable Examples found) {
    Elsewhere elsewhere = Elsewhere.in(rule.documentation());
    Set<String> words = new LinkedHashSet<>();
    for (CheckedRule.Word word : rule.words()) {
      words.add(word.name() + " = " + cut(CheckedRule.oneLine(word.meaning().text())));
    }
    return new RulePage(
        rule,
        SubjectText.of(rule.subject()),
        rule.when() == null ? null : written(rule.when().span(), rule),
        (rule.verdict() == Verdict.DENY ? "deny " : "require ")
            + written(rule.condition().span(), rule),
        new ArrayList<>(words),
        elsewhere.rest(),
        elsewhere,
        found);
  }

  /** What stands in the rule itself: where a word is all of a condition, the word. */
  private static String written(Span condition, CheckedRule rule) {
    for (CheckedRule.Word word : rule.words()) {
      boolean isAll = word.meaning().equals(condition) && !word.use().equals(condition);
      if (isAll && word.use().source() == rule.clause().source()) {
        return word.name();
      }
    }
    return CheckedRule.oneLine(condition.text());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_MEANING ? text : text.substring(0, LONGEST_MEANING) + "…";
  }

  /** {@code std/capabilities/big-four:26}. */
  public String place() {
    return rule.clause().source().name() + ":" + rule.clause().from().line();
  }

  /** What its fixes would do, as the rule writes them: {@code remove matched from add}. */
  public List<String> fixes() {
    return rule.fixes().stream().map(RulePage::fix).toList();
  }

  private static String fix(CheckedRule.CheckedFix fix) {
    return switch (fix) {
      case CheckedRule.CheckedFix.Remove remove ->
          (remove.matchedOnly() ? "remove what was found from " : "remove ")
              + CheckedRule.oneLine(remove.path().span().text());
      case CheckedRule.CheckedFix.Add add ->
          "add `" + add.value() + "` to " + CheckedRule.oneLine(add.path().span().text());
      case CheckedRule.CheckedFix.Set set ->
          "set " + CheckedRule.oneLine(set.path().span().text()) + " to `" + set.value() + "`";
    };
  }
}
