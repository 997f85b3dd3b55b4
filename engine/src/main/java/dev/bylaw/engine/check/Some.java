package dev.bylaw.engine.check;

import dev.bylaw.engine.check.Satisfiability.Demand;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.grammar.tree.Expr.Quantifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a list has some element that meets all of these, which is what every quantifier asks or
 * denies: {@code no} element that does, or {@code all} but those that do not.
 *
 * <p>Two of them are equal if they say the same of the same list.
 */
final class Some {
  private final String list;
  private final List<Demand> demands;
  private final String text;

  private Some(String list, List<Demand> demands, String text) {
    this.list = list;
    this.demands = demands;
    this.text = text;
  }

  static Some of(Condition.Quantified quantified) {
    List<Demand> demands = new ArrayList<>();
    if (quantified.where() != null) {
      demands.add(new Demand(quantified.where(), true));
    }
    demands.add(new Demand(quantified.condition(), quantified.quantifier() != Quantifier.ALL));
    String list =
        (quantified.key() == null ? "v" : "k")
            + quantified.variable()
            + " in "
            + ConditionText.of(quantified.list());
    StringBuilder text = new StringBuilder(list);
    for (Demand demand : demands) {
      text.append(demand.truth() ? ": " : ": not ").append(ConditionText.of(demand.condition()));
    }
    return new Some(list, demands, text.toString());
  }

  /** The list, and the variable that stands for its elements. */
  String list() {
    return list;
  }

  /** What the element meets. */
  List<Demand> demands() {
    return demands;
  }

  /** Whether each element that meets these surely meets the others, too. */
  boolean implies(Some other) {
    if (!list.equals(other.list)) {
      return false;
    }
    for (Demand demand : other.demands) {
      List<Demand> unmet = new ArrayList<>(demands);
      unmet.add(new Demand(demand.condition(), !demand.truth()));
      if (Satisfiability.possible(unmet)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Some some && text.equals(some.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
