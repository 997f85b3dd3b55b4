package dev.bylaw.engine.coverage;

import dev.bylaw.engine.check.Proof;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the conditions of a rule apart into what can be seen true and seen false: every comparison,
 * every quantifier, and {@code when} and the verdict as a whole.
 */
final class Parts {
  private final List<Part> found = new ArrayList<>();

  private Parts() {}

  /**
   * One truth of one part.
   *
   * @param condition the part whose decision is recorded
   * @param holds what that decision has to be
   * @param written whether the part then holds as its author wrote it: {@code x != 1} is the
   *     opposite of what is recorded for {@code x == 1}
   */
  record Part(Condition condition, boolean holds, boolean written, Span span) {
    boolean isWhole() {
      return isComposed(condition);
    }
  }

  static List<Part> of(CheckedRule rule) {
    Parts parts = new Parts();
    Condition when = rule.when();
    if (when != null) {
      parts.whole(when, Known.NOTHING);
    }
    parts.whole(rule.condition(), Known.NOTHING.with(when, true));
    return List.copyOf(parts.found);
  }

  /** What has been decided before a part is asked at all. */
  private record Known(List<Condition> holding, List<Condition> failing) {
    static final Known NOTHING = new Known(List.of(), List.of());

    Known with(@Nullable Condition condition, boolean holds) {
      if (condition == null) {
        return this;
      }
      List<Condition> more = new ArrayList<>(holds ? holding : failing);
      more.add(condition);
      return holds ? new Known(more, failing) : new Known(holding, more);
    }

    boolean allows(Condition condition, boolean holds) {
      Known all = with(condition, holds);
      return !Proof.isImpossible(all.holding, all.failing);
    }
  }

  private void whole(Condition condition, Known known) {
    if (isComposed(condition)) {
      both(condition, condition.span(), false, known);
    }
    parts(condition, known);
  }

  private static boolean isComposed(Condition condition) {
    return condition instanceof Condition.And || condition instanceof Condition.Or;
  }

  private void parts(Condition condition, Known known) {
    switch (condition) {
      case Condition.And and -> {
        Known now = known;
        for (Condition operand : and.operands()) {
          parts(operand, now);
          now = now.with(operand, true);
        }
      }
      case Condition.Or or -> {
        Known now = known;
        for (Condition operand : or.operands()) {
          parts(operand, now);
          now = now.with(operand, false);
        }
      }
      case Condition.Not not when not.span().equals(not.operand().span()) ->
          both(not.operand(), not.span(), true, known);
      case Condition.Not not -> parts(not.operand(), known);
      case Condition.Quantified quantified -> {
        both(quantified, quantified.span(), false, known);
        if (quantified.where() != null) {
          parts(quantified.where(), known);
        }
        parts(quantified.condition(), known.with(quantified.where(), true));
      }
      case Condition.Exists exists -> {
        both(exists, exists.span(), false, known);
        if (exists.where() != null) {
          parts(exists.where(), known);
        }
      }
      case Condition.Parametric parametric -> {
        if (!isFixed(parametric.condition())) {
          parts(parametric.condition(), known);
        }
      }
      case Condition.Constant _ -> {}
      case Condition.Leaf leaf -> both(leaf, leaf.span(), false, known);
    }
  }

  /** Whether parameters alone decide, such as the version of a pack: no manifest tries that. */
  private static boolean isFixed(Condition condition) {
    return condition instanceof Condition.Compare compare
        && compare.left() instanceof Value.Constant
        && compare.right() instanceof Value.Constant;
  }

  /** What the parts before leave no room for, no test can show. */
  private void both(Condition recorded, Span written, boolean opposite, Known known) {
    for (boolean truth : new boolean[] {true, false}) {
      boolean holds = truth != opposite;
      if (known.allows(recorded, holds)) {
        found.add(new Part(recorded, holds, truth, written));
      }
    }
  }
}
