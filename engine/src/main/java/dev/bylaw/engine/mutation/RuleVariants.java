package dev.bylaw.engine.mutation;

import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every rule that differs from another in one small way that a test could notice. */
final class RuleVariants {
  private RuleVariants() {}

  static List<Variant<CheckedRule>> of(CheckedRule rule) {
    List<Variant<CheckedRule>> all = new ArrayList<>();
    all.add(new Variant<>(withVerdict(rule), verdict(rule)));
    all.addAll(
        Variant.within(
            SubjectVariants.of(rule.subject(), rule.clause()),
            subject -> with(rule, subject, rule.when(), rule.condition())));
    Condition when = rule.when();
    if (when != null) {
      all.add(
          new Variant<>(
              with(rule, rule.subject(), null, rule.condition()), always(when, rule.clause())));
      all.addAll(
          Variant.within(
              ConditionVariants.of(when),
              changed -> with(rule, rule.subject(), changed, rule.condition())));
    }
    all.addAll(
        Variant.within(
            ConditionVariants.of(rule.condition()),
            changed -> with(rule, rule.subject(), when, changed)));
    return all;
  }

  private static Change verdict(CheckedRule rule) {
    boolean deny = rule.verdict() == Verdict.DENY;
    String now = deny ? "deny" : "require";
    String other = deny ? "require" : "deny";
    Span clause = rule.clause();
    Span word = new Span(clause.source(), clause.start(), clause.start() + now.length());
    return Change.of("`" + now + "` as `" + other + "`", word, other);
  }

  private static Change always(Condition when, Span clause) {
    String what = "the rule without its `when`";
    Span span = when.span();
    String before = span.source().text().substring(0, span.start()).stripTrailing();
    if (before.endsWith("when")) {
      Span whole = new Span(span.source(), before.length() - "when".length(), span.end());
      return Change.of(what, whole, "").at(span);
    }
    // A condition that the pack defines, or one in parentheses.
    return new Change(what, clause, List.of("when " + Wording.of(span)), List.of());
  }

  private static CheckedRule withVerdict(CheckedRule rule) {
    Verdict other = rule.verdict() == Verdict.DENY ? Verdict.REQUIRE : Verdict.DENY;
    return with(rule, rule.subject(), rule.when(), other, rule.condition());
  }

  private static CheckedRule with(
      CheckedRule rule, Subject subject, @Nullable Condition when, Condition condition) {
    return with(rule, subject, when, rule.verdict(), condition);
  }

  private static CheckedRule with(
      CheckedRule rule,
      Subject subject,
      @Nullable Condition when,
      Verdict verdict,
      Condition condition) {
    return new CheckedRule(
        rule.id(),
        rule.title(),
        rule.severity(),
        rule.documentation(),
        subject,
        when,
        verdict,
        condition,
        // It may name the variable of a quantifier that the change took away, and no test reads it.
        null,
        rule.fixes(),
        rule.references(),
        rule.examples(),
        rule.clause());
  }
}
