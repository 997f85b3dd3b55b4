package dev.bylaw.engine.mutation;

import static dev.bylaw.engine.mutation.Variant.within;

import dev.bylaw.engine.capability.CapabilitySet;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr.Operator;
import dev.bylaw.grammar.tree.Expr.Quantifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every condition that differs from another in one small way. */
final class ConditionVariants {
  private static final List<Operator> CONTAINS =
      List.of(Operator.CONTAINS_ANY_OF, Operator.CONTAINS_ALL_OF, Operator.CONTAINS_ONLY);

  private ConditionVariants() {}

  static List<Variant<Condition>> of(Condition condition) {
    List<Variant<Condition>> all = new ArrayList<>();
    switch (condition) {
      case Condition.And and -> {
        Span span = and.span();
        all.addAll(joined(and.operands(), "and", span, rest -> new Condition.And(rest, span)));
        Condition swapped = new Condition.Or(and.operands(), span);
        all.add(new Variant<>(swapped, swapped(and.operands(), "and", "or", span)));
      }
      case Condition.Or or -> {
        Span span = or.span();
        all.addAll(joined(or.operands(), "or", span, rest -> new Condition.Or(rest, span)));
        Condition swapped = new Condition.And(or.operands(), span);
        all.add(new Variant<>(swapped, swapped(or.operands(), "or", "and", span)));
      }
      case Condition.Not not -> {
        String text = Wording.affirmed(not);
        all.add(new Variant<>(not.operand(), Change.of("the opposite", not.span(), text)));
        // Of `x != 1` only the literal is left to change: its parts have no text of their own.
        for (Variant<Condition> inner : of(not.operand())) {
          boolean own = !not.operand().span().equals(not.span());
          if (own || !inner.change().span().equals(not.span())) {
            all.add(inner.within(changed -> new Condition.Not(changed, not.span())));
          }
        }
      }
      case Condition.Parametric parametric -> {
        for (Variant<Condition> inner : of(parametric.condition())) {
          all.add(
              inner.within(changed -> new Condition.Parametric(parametric.parameters(), changed)));
        }
      }
      case Condition.Compare compare -> {
        all.add(opposite(condition));
        compare(compare, all);
      }
      case Condition.In in -> {
        all.add(opposite(condition));
        all.addAll(
            within(
                LiteralVariants.shorter(in.list()),
                list -> new Condition.In(in.value(), list, in.comparison(), in.span())));
        all.addAll(
            within(
                ValueVariants.of(in.value()),
                value -> new Condition.In(value, in.list(), in.comparison(), in.span())));
      }
      case Condition.Contains contains -> {
        all.add(opposite(condition));
        contains(contains, all);
      }
      case Condition.ContainsCapability contains -> {
        all.add(opposite(condition));
        containsCapability(contains, all);
      }
      case Condition.IsCapability is -> {
        all.add(opposite(condition));
        List<String> names = is.items().names();
        for (int i = 0; names.size() > 1 && i < names.size(); i++) {
          List<String> rest = Variant.without(names, i);
          String text = Wording.infix(is.value(), Operator.IN, "[" + String.join(", ", rest) + "]");
          all.add(
              new Variant<>(
                  new Condition.IsCapability(
                      is.value(), CapabilitySet.of(rest), is.certain(), is.span()),
                  Change.of(without(names.get(i)), is.span(), text)));
        }
      }
      case Condition.From from -> {
        all.add(opposite(condition));
        all.addAll(
            within(
                LiteralVariants.shorter(from.patterns()),
                patterns -> new Condition.From(from.image(), patterns, from.span())));
      }
      case Condition.Under under -> {
        all.add(opposite(condition));
        all.addAll(
            within(
                LiteralVariants.shorter(under.roots()),
                roots -> new Condition.Under(under.path(), roots, under.span())));
      }
      case Condition.SharesCapability shares -> {
        all.add(opposite(condition));
        for (Operator other : CONTAINS) {
          if (other != shares.operator()) {
            String text = Wording.infix(shares.list(), other, Wording.of(shares.items()));
            all.add(
                new Variant<>(
                    new Condition.SharesCapability(
                        shares.list(), other, shares.items(), shares.span()),
                    Change.of(as(shares.operator(), other), shares.span(), text)));
          }
        }
      }
      case Condition.Holds holds -> {
        all.add(opposite(condition));
        all.addAll(
            within(
                ValueVariants.of(holds.value()),
                value -> new Condition.Holds(value, holds.span())));
      }
      case Condition.Quantified quantified -> quantified(quantified, all);
      case Condition.Exists exists -> exists(exists, all);
      case Condition.Absent _,
          Condition.KnownCapability _,
          Condition.Like _,
          Condition.Matches _,
          Condition.Selects _ ->
          all.add(opposite(condition));
      case Condition.Constant _ -> {}
    }
    return all;
  }

  private static Variant<Condition> opposite(Condition condition) {
    return new Variant<>(
        new Condition.Not(condition, condition.span()),
        Change.of("the opposite", condition.span(), Wording.opposite(condition)));
  }

  private static String without(String name) {
    return "the list without `" + name + "`";
  }

  private interface Junction {
    Condition of(List<Condition> operands);
  }

  /** Without each operand, and with each operand changed. */
  private static List<Variant<Condition>> joined(
      List<Condition> operands, String word, Span span, Junction junction) {
    List<Variant<Condition>> all = new ArrayList<>();
    Layout layout = Layout.of(span, word, operands);
    for (int i = 0; i < operands.size(); i++) {
      int index = i;
      List<Condition> rest = Variant.without(operands, i);
      String what = "the rule without `" + shortened(Wording.of(operands.get(i).span())) + "`";
      Condition fewer = rest.size() == 1 ? rest.getFirst() : junction.of(rest);
      Change change =
          layout == null
              ? Change.of(what, span, Wording.joined(word, rest))
              : Change.of(what, layout.without(i), "").at(operands.get(i).span());
      all.add(new Variant<>(fewer, change));
      all.addAll(
          within(
              of(operands.get(i)), changed -> junction.of(Variant.with(operands, index, changed))));
    }
    return all;
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 59) + "…" : text;
  }

  private static Change swapped(List<Condition> operands, String word, String other, Span span) {
    Layout layout = Layout.of(span, word, operands);
    String text = layout == null ? Wording.joined(other, operands) : layout.with(other);
    return Change.of("`" + word + "` as `" + other + "`", span, text);
  }

  private static void compare(Condition.Compare compare, List<Variant<Condition>> all) {
    for (Operator other : near(compare)) {
      String text = Wording.infix(compare.left(), other, Wording.of(compare.right()));
      String what = "`" + compare.operator().text() + "` as `" + other.text() + "`";
      Condition changed =
          new Condition.Compare(
              compare.left(), other, compare.right(), compare.comparison(), compare.span());
      all.add(new Variant<>(changed, Change.of(what, compare.span(), text)));
    }
    List<Variant<Value>> left = new ArrayList<>(LiteralVariants.neighbours(compare.left()));
    left.addAll(ValueVariants.of(compare.left()));
    List<Variant<Value>> right = new ArrayList<>(LiteralVariants.neighbours(compare.right()));
    right.addAll(ValueVariants.of(compare.right()));
    all.addAll(
        within(
            left,
            value ->
                new Condition.Compare(
                    value,
                    compare.operator(),
                    compare.right(),
                    compare.comparison(),
                    compare.span())));
    all.addAll(
        within(
            right,
            value ->
                new Condition.Compare(
                    compare.left(),
                    compare.operator(),
                    value,
                    compare.comparison(),
                    compare.span())));
  }

  private static List<Operator> near(Condition.Compare compare) {
    boolean ordered =
        compare.comparison() == Comparison.NUMBER || compare.comparison() == Comparison.QUANTITY;
    return switch (compare.operator()) {
      case LESS -> List.of(Operator.AT_MOST);
      case AT_MOST -> List.of(Operator.LESS);
      case GREATER -> List.of(Operator.AT_LEAST);
      case AT_LEAST -> List.of(Operator.GREATER);
      case EQUAL -> ordered ? List.of(Operator.AT_MOST, Operator.AT_LEAST) : List.of();
      default -> List.of();
    };
  }

  private static void contains(Condition.Contains contains, List<Variant<Condition>> all) {
    for (Operator other : CONTAINS) {
      if (other != contains.operator()) {
        all.add(
            new Variant<>(
                new Condition.Contains(
                    contains.list(),
                    other,
                    contains.items(),
                    contains.comparison(),
                    contains.span()),
                Change.of(
                    as(contains.operator(), other),
                    contains.span(),
                    Wording.infix(contains.list(), other, Wording.of(contains.items())))));
      }
    }
    all.addAll(
        within(
            LiteralVariants.shorter(contains.items()),
            items ->
                new Condition.Contains(
                    contains.list(),
                    contains.operator(),
                    items,
                    contains.comparison(),
                    contains.span())));
  }

  private static String as(Operator operator, Operator other) {
    return "`" + operator.text() + "` as `" + other.text() + "`";
  }

  private static void containsCapability(
      Condition.ContainsCapability contains, List<Variant<Condition>> all) {
    List<String> names = contains.items().names();
    for (Operator other : CONTAINS) {
      if (other != contains.operator()) {
        all.add(containsCapability(contains, other, names, as(contains.operator(), other)));
      }
    }
    for (int i = 0; names.size() > 1 && i < names.size(); i++) {
      List<String> rest = Variant.without(names, i);
      all.add(containsCapability(contains, contains.operator(), rest, without(names.get(i))));
    }
  }

  private static Variant<Condition> containsCapability(
      Condition.ContainsCapability contains, Operator operator, List<String> names, String what) {
    Operator written = Wording.plain(operator, names.size());
    String text = Wording.infix(contains.list(), written, Wording.names(names));
    return new Variant<>(
        new Condition.ContainsCapability(
            contains.list(), operator, CapabilitySet.of(names), contains.span()),
        Change.of(what, contains.span(), text));
  }

  private static void quantified(Condition.Quantified whole, List<Variant<Condition>> all) {
    for (Quantifier other : Quantifier.values()) {
      if (other != whole.quantifier()) {
        all.add(
            new Variant<>(
                rebuilt(whole, other, whole.where(), whole.condition()),
                Change.of(
                    "another quantifier",
                    whole.span(),
                    Wording.quantified(other, whole, whole.where()))));
      }
    }
    Condition where = whole.where();
    if (where != null) {
      all.add(
          new Variant<>(
              rebuilt(whole, whole.quantifier(), null, whole.condition()),
              Change.of(
                  "the rule without its `where`",
                  whole.span(),
                  Wording.quantified(whole.quantifier(), whole, null))));
      all.addAll(
          within(
              of(where),
              changed -> rebuilt(whole, whole.quantifier(), changed, whole.condition())));
    }
    all.addAll(
        within(
            of(whole.condition()), changed -> rebuilt(whole, whole.quantifier(), where, changed)));
  }

  private static Condition rebuilt(
      Condition.Quantified whole,
      Quantifier quantifier,
      @Nullable Condition where,
      Condition condition) {
    return new Condition.Quantified(
        quantifier,
        whole.variable(),
        whole.key(),
        whole.name(),
        whole.list(),
        where,
        condition,
        whole.span());
  }

  private static void exists(Condition.Exists whole, List<Variant<Condition>> all) {
    all.add(opposite(whole));
    Condition where = whole.where();
    if (where != null) {
      String text = "exists " + String.join(", ", whole.kinds());
      all.add(
          new Variant<>(
              new Condition.Exists(
                  whole.kinds(), whole.variable(), whole.name(), null, whole.span()),
              Change.of("the rule without its `where`", whole.span(), text)));
      all.addAll(
          within(
              of(where),
              changed ->
                  new Condition.Exists(
                      whole.kinds(), whole.variable(), whole.name(), changed, whole.span())));
    }
  }
}
