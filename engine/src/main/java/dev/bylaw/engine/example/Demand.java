package dev.bylaw.engine.example;

import dev.bylaw.engine.policy.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** That a condition holds, or does not. */
record Demand(Condition condition, boolean truth) {

  /** What has to be met at once for a condition to hold, or not to. */
  static List<Demand> of(Condition condition, boolean truth) {
    return switch (condition) {
      case Condition.And and when truth -> ofEach(and.operands(), true);
      case Condition.Or or when !truth -> ofEach(or.operands(), false);
      case Condition.Not not -> of(not.operand(), !truth);
      case Condition.Parametric set -> of(set.condition(), truth);
      case Condition other -> List.of(new Demand(other, truth));
    };
  }

  private static List<Demand> ofEach(List<Condition> operands, boolean truth) {
    List<Demand> demands = new ArrayList<>();
    operands.forEach(operand -> demands.addAll(of(operand, truth)));
    return demands;
  }

  /** Those first that name a value, and those last that nearly every value meets. */
  static List<Demand> strictestFirst(List<Demand> demands) {
    List<Demand> ordered = new ArrayList<>(demands);
    ordered.sort(Comparator.comparingInt(Demand::freedom));
    return ordered;
  }

  private int freedom() {
    return switch (condition) {
      case Condition.Absent _ -> truth ? 0 : 4;
      case Condition.KnownCapability is -> truth == is.known() ? 4 : 1;
      case Condition.And _, Condition.Or _, Condition.Not _ -> 2;
      case Condition.Quantified _, Condition.Exists _, Condition.Selects _ -> 2;
      case Condition other -> truth ? 1 : 3;
    };
  }
}
