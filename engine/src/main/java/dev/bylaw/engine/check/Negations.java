package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Diagnostic.Edit;
import dev.bylaw.grammar.Diagnostic.Fix;
import dev.bylaw.grammar.tree.Expr;
import java.util.List;

/**
 * Refuses a negation over a scalar that may be absent: a comparison with an absent value does not
 * hold, so its negation would, and half of all readers guess the opposite.
 *
 * <p>The conditions inside a quantifier are left alone: {@code no v in volumes: v.x == 1} asks for
 * an element for which it holds, and says so.
 */
final class Negations {
  private final Context context;
  private final Expr negation;

  Negations(Context context, Expr negation) {
    this.context = context;
    this.negation = negation;
  }

  void check(Condition negated, Facts known) {
    switch (negated) {
      case Condition.And and -> {
        Facts now = known;
        for (Condition operand : and.operands()) {
          check(operand, now);
          now = now.and(Facts.ifTrue(operand));
        }
      }
      case Condition.Or or -> {
        Facts now = known;
        for (Condition operand : or.operands()) {
          check(operand, now);
          now = now.and(Facts.ifFalse(operand));
        }
      }
      case Condition.Parametric parametric -> check(parametric.condition(), known);
      case Condition.Holds holds -> value(holds.value(), known);
      case Condition.Compare compare -> {
        value(compare.left(), known);
        value(compare.right(), known);
      }
      case Condition.In in -> {
        value(in.value(), known);
        // A list of networks may be empty, but a network that stands alone may be absent.
        if (in.list() instanceof Value.Items items
            && in.comparison() == Condition.Comparison.NETWORK) {
          items.items().forEach(item -> value(item, known));
        }
      }
      case Condition.IsCapability is -> value(is.value(), known);
      case Condition.Like like -> value(like.value(), known);
      case Condition.Matches matches -> value(matches.value(), known);
      case Condition.From from -> value(from.image(), known);
      case Condition.KnownCapability is -> value(is.value(), known);
      case Condition.Under under -> {
        value(under.path(), known);
        // An absent list is an empty one, as everywhere.
        if (Values.isScalar(under.roots().type())) {
          value(under.roots(), known);
        }
      }
      case Condition.Not _,
          Condition.Constant _,
          Condition.Absent _,
          Condition.Contains _,
          Condition.ContainsCapability _,
          Condition.SharesCapability _,
          Condition.Quantified _,
          Condition.Exists _,
          Condition.Selects _ -> {}
    }
  }

  private void value(Value value, Facts known) {
    if (!known.mayBeAbsent(value)) {
      return;
    }
    if (!(value instanceof Value.Read || value.hasUnwrittenParts())) {
      context
          .diagnostics()
          .error(
              CheckCode.NEGATED_ABSENCE,
              value.span(),
              "the value and its default may both be absent, and a negation does not say what holds"
                  + " then",
              "end with a value that is always there: `" + value.span().text() + " default …`");
      return;
    }
    String path = value.span().text();
    String whole = negation.span().text();
    context
        .diagnostics()
        .add(
            Diagnostic.of(
                    CheckCode.NEGATED_ABSENCE,
                    value.span(),
                    "`" + path + "` may be absent, and a negation does not say what holds then",
                    "write `" + path + " is absent or …` or `" + path + " is present and …`")
                .fixes(
                    List.of(
                        new Fix(
                            "An absent `" + path + "` counts",
                            List.of(
                                new Edit(
                                    negation.span(), "(" + path + " is absent or " + whole + ")"))),
                        new Fix(
                            "An absent `" + path + "` does not count",
                            List.of(
                                new Edit(
                                    negation.span(),
                                    "(" + path + " is present and " + whole + ")"))))));
  }
}
