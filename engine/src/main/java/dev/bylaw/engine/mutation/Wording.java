package dev.bylaw.engine.mutation;

import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr.Operator;
import dev.bylaw.grammar.tree.Expr.Quantifier;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes changed parts of rules, out of the author's own words as far as they go. */
final class Wording {
  private Wording() {}

  static String of(Span span) {
    return CheckedRule.oneLine(span.text());
  }

  static String of(Value value) {
    String text = of(value.span());
    return value instanceof Value.Default ? "(" + text + ")" : text;
  }

  /** A part that stands among others. */
  static String operand(Condition condition) {
    String text = of(condition.span());
    return switch (condition) {
      case Condition.Parametric parametric -> operand(parametric.condition());
      case Condition.And _, Condition.Or _, Condition.Quantified _, Condition.Exists _ ->
          "(" + text + ")";
      case Condition.Not _, Condition.Leaf _ -> text;
    };
  }

  static String joined(String word, List<Condition> operands) {
    return operands.size() == 1
        ? of(operands.getFirst().span())
        : operands.stream().map(Wording::operand).collect(Collectors.joining(" " + word + " "));
  }

  static String infix(Value left, Operator operator, String right) {
    return of(left) + " " + operator.text() + " " + right;
  }

  /** One name stands alone, several in brackets. */
  static String names(List<String> names) {
    return names.size() == 1 ? names.getFirst() : "[" + String.join(", ", names) + "]";
  }

  /** With one item, `contains` says what `contains any of` does. */
  static Operator plain(Operator operator, int items) {
    boolean any = operator == Operator.CONTAINS_ANY_OF || operator == Operator.CONTAINS_ALL_OF;
    return any && items == 1 ? Operator.CONTAINS : operator;
  }

  /** The opposite, as a rule would say it. */
  static String opposite(Condition condition) {
    return switch (condition) {
      case Condition.Parametric parametric -> opposite(parametric.condition());
      case Condition.Absent absent -> of(absent.value()) + " is present";
      case Condition.KnownCapability known ->
          of(known.value()) + (known.known() ? " is unknown" : " is known");
      case Condition.Under under -> infix(under.path(), Operator.NOT_UNDER, of(under.roots()));
      case Condition.Compare compare when compare.operator() == Operator.EQUAL ->
          infix(compare.left(), Operator.NOT_EQUAL, of(compare.right()));
      case Condition.In in -> infix(in.value(), Operator.NOT_IN, of(in.list()));
      case Condition.From from -> infix(from.image(), Operator.NOT_FROM, of(from.patterns()));
      case Condition.Holds _ -> "not " + of(condition.span());
      case Condition.Constant _,
          Condition.And _,
          Condition.Or _,
          Condition.Not _,
          Condition.Compare _,
          Condition.Contains _,
          Condition.ContainsCapability _,
          Condition.IsCapability _,
          Condition.SharesCapability _,
          Condition.Like _,
          Condition.Matches _,
          Condition.Quantified _,
          Condition.Exists _,
          Condition.Selects _ ->
          "not (" + of(condition.span()) + ")";
    };
  }

  /** What stands below a `not` that is part of its operator, as {@code ==} below {@code !=}. */
  static String affirmed(Condition.Not not) {
    Condition operand = not.operand();
    if (!operand.span().equals(not.span())) {
      return of(operand.span());
    }
    return switch (operand) {
      case Condition.Absent absent -> of(absent.value()) + " is absent";
      case Condition.Compare compare ->
          infix(compare.left(), compare.operator(), of(compare.right()));
      default -> {
        String text = of(not.span());
        int word = text.indexOf(" not ");
        int sign = text.indexOf("!=");
        yield word >= 0
            ? text.substring(0, word) + text.substring(word + " not".length())
            : sign >= 0 ? text.substring(0, sign) + "==" + text.substring(sign + 2) : text;
      }
    };
  }

  static String quantified(
      Quantifier quantifier, Condition.Quantified quantified, @Nullable Condition where) {
    String word =
        switch (quantifier) {
          case ANY -> "any";
          case ALL -> "all";
          case NO -> "no";
        };
    String key = quantified.key() == null ? "" : quantified.key() + ", ";
    return word
        + (" " + key + quantified.name() + " in " + of(quantified.list()))
        + (where == null ? "" : " where " + of(where.span()))
        + (": " + of(quantified.condition().span()));
  }
}
