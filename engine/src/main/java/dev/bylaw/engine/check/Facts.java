package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Which values are known to be there at one place of a condition, because a part that was decided
 * before would otherwise have decided it all.
 *
 * @param present of each of these lists one path is known to be present, and with it all that
 *     stands above it
 */
record Facts(List<List<Access>> present) {
  static final Facts NONE = new Facts(List.of());

  Facts and(Facts other) {
    if (other.present.isEmpty()) {
      return this;
    }
    List<List<Access>> union = new ArrayList<>(present);
    union.addAll(other.present);
    return new Facts(union);
  }

  private Facts or(Facts other) {
    return new Facts(present.stream().filter(other.present::contains).toList());
  }

  /**
   * Whether a value may be absent here. A literal never is; a default is absent only if its
   * fallback may be.
   */
  boolean mayBeAbsent(Value value) {
    return switch (value) {
      case Value.Read read -> mayBeAbsent(read.access());
      case Value.Default fallback ->
          !anyIsPresent(paths(value))
              && mayBeAbsent(fallback.value())
              && mayBeAbsent(fallback.fallback());
      case Value.Part part ->
          !anyIsPresent(paths(value))
              && (and(of(part.whole())).mayBeAbsent(part.part()) || mayBeAbsent(part.otherwise()));
      case Value.Constant _,
          Value.EffectiveCapabilities _,
          Value.SchemaProblems _,
          Value.Count _,
          Value.Items _,
          Value.Truth _ ->
          false;
    };
  }

  private boolean mayBeAbsent(Access access) {
    return !access.required() && !anyIsPresent(List.of(access));
  }

  /** Whether of these paths one is known to be present, whichever it is. */
  private boolean anyIsPresent(List<Access> paths) {
    return present.stream()
        .anyMatch(known ->
            known.stream().allMatch(each -> paths.stream().anyMatch(path -> implies(each, path))));
  }

  /** The paths of which the value is there if any is; none where that cannot be said of paths. */
  private static List<Access> paths(Value value) {
    return switch (value) {
      case Value.Read read -> List.of(read.access());
      case Value.Default fallback -> both(paths(fallback.value()), paths(fallback.fallback()));
      case Value.Part part ->
          of(part.whole()).mayBeAbsent(part.part())
              ? List.of()
              : both(paths(part.part()), paths(part.otherwise()));
      case Value.Constant _,
          Value.EffectiveCapabilities _,
          Value.SchemaProblems _,
          Value.Count _,
          Value.Items _,
          Value.Truth _ ->
          List.of();
    };
  }

  private static List<Access> both(List<Access> some, List<Access> others) {
    List<Access> both = new ArrayList<>(some);
    both.addAll(others);
    return some.isEmpty() || others.isEmpty() ? List.of() : both;
  }

  private static boolean implies(Access known, Access wanted) {
    if (!known.root().equals(wanted.root())) {
      return false;
    }
    int steps = wanted.steps().size();
    boolean partOfAnyImage =
        steps > 0
            && wanted.steps().getLast() instanceof Step.ImagePart(Access.Part part)
            && part != Access.Part.TAG
            && part != Access.Part.DIGEST;
    int needed = partOfAnyImage ? steps - 1 : steps;
    int common = Math.min(known.steps().size(), needed);
    return known.steps().subList(0, common).equals(wanted.steps().subList(0, common))
        && wanted.steps().subList(common, needed).stream().allMatch(Facts::isDemanded);
  }

  /** Where what stands above it is present, the API demands this too. */
  private static boolean isDemanded(Step step) {
    return step instanceof Step.Field field && field.required();
  }

  /** What must be present if the condition holds. */
  static Facts ifTrue(Condition condition) {
    return switch (condition) {
      case Condition.Parametric parametric -> ifTrue(parametric.condition());
      case Condition.And and -> and.operands().stream().map(Facts::ifTrue).reduce(NONE, Facts::and);
      case Condition.Or or ->
          or.operands().stream().map(Facts::ifTrue).reduce(Facts::or).orElse(NONE);
      case Condition.Not not -> ifFalse(not.operand());
      case Condition.Holds holds -> of(holds.value());
      case Condition.Compare compare -> of(compare.left()).and(of(compare.right()));
      case Condition.In in -> of(in.value());
      case Condition.IsCapability is -> of(is.value());
      case Condition.Like like -> of(like.value());
      case Condition.Matches matches -> of(matches.value());
      case Condition.From from -> of(from.image());
      case Condition.Under under -> of(under.path()).and(of(under.roots()));
      case Condition.KnownCapability is -> of(is.value());
      case Condition.Contains contains ->
          contains.operator() == dev.bylaw.grammar.tree.Expr.Operator.CONTAINS_ANY_OF
              ? of(contains.list())
              : NONE;
      case Condition.Selects _,
          Condition.ContainsCapability _,
          Condition.SharesCapability _,
          Condition.Constant _,
          Condition.Absent _,
          Condition.Quantified _,
          Condition.Exists _ ->
          NONE;
    };
  }

  /** What must be present if the condition does not hold. */
  static Facts ifFalse(Condition condition) {
    return switch (condition) {
      case Condition.Parametric parametric -> ifFalse(parametric.condition());
      case Condition.And and ->
          and.operands().stream().map(Facts::ifFalse).reduce(Facts::or).orElse(NONE);
      case Condition.Or or -> or.operands().stream().map(Facts::ifFalse).reduce(NONE, Facts::and);
      case Condition.Not not -> ifTrue(not.operand());
      case Condition.Absent absent -> of(absent.value());
      case Condition.Holds _,
          Condition.Compare _,
          Condition.In _,
          Condition.IsCapability _,
          Condition.Like _,
          Condition.Matches _,
          Condition.From _,
          Condition.Under _,
          Condition.SharesCapability _,
          Condition.KnownCapability _,
          Condition.Contains _,
          Condition.Selects _,
          Condition.ContainsCapability _,
          Condition.Constant _,
          Condition.Quantified _,
          Condition.Exists _ ->
          NONE;
    };
  }

  private static Facts of(Value value) {
    List<Access> paths = paths(value);
    return paths.isEmpty() ? NONE : new Facts(List.of(paths));
  }
}
