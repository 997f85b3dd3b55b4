package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.policy.ConditionText;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.Network;
import dev.bylaw.grammar.tree.Expr.Operator;
import dev.bylaw.grammar.tree.Expr.Quantifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether some manifest could meet a condition, as far as the condition says it: it answers
 * no only where it is sure.
 *
 * <p>The condition becomes alternatives, each a set of demands on single paths; an alternative is
 * impossible if two demands on one path exclude each other. Conditions that cannot be taken apart,
 * such as a pattern, exclude just their own negation.
 */
final class Satisfiability {
  private Satisfiability() {}

  /** Whether all these may hold, or with {@code truth} false not hold, for one manifest. */
  static boolean possible(List<Demand> demands) {
    Alternatives alternatives = alternatives(demands);
    return alternatives == null || !alternatives.areNone();
  }

  /** The ways in which a manifest can meet all these; null if they are too many to tell. */
  static @Nullable Alternatives alternatives(List<Demand> demands) {
    try {
      Alternatives alternatives = Alternatives.ALWAYS;
      for (Demand demand : demands) {
        alternatives = alternatives.and(alternatives(demand.condition(), demand.truth()));
      }
      return alternatives;
    } catch (Alternatives.TooMany _) {
      return null;
    }
  }

  /** That a condition holds, or does not. */
  record Demand(Condition condition, boolean truth) {}

  private static Alternatives alternatives(Condition condition, boolean truth) {
    return switch (condition) {
      case Condition.Constant constant ->
          constant.value() == truth ? Alternatives.ALWAYS : Alternatives.NEVER;
      // Somebody may set the parameter to something else.
      case Condition.Parametric parametric -> opaque(parametric, truth);
      case Condition.And and -> truth ? every(and.operands(), true) : some(and.operands(), false);
      case Condition.Or or -> truth ? some(or.operands(), true) : every(or.operands(), false);
      case Condition.Not not -> alternatives(not.operand(), !truth);
      case Condition.Holds holds ->
          ofValue(holds.value(), new Domain.Booleans(true, false), truth, condition);
      case Condition.Absent absent -> {
        Alternatives presence = presence(absent.value(), !truth);
        yield presence == null ? opaque(condition, truth) : presence;
      }
      case Condition.Compare compare -> compare(compare, truth);
      case Condition.In in when in.comparison() == Comparison.NETWORK -> {
        Set<String> texts = texts(in.list());
        yield texts == null
            ? presentIf(in.value(), condition, truth)
            : opaque(condition, truth)
                .and(ofValue(in.value(), new Domain.Matching(isWithin(texts)), truth, condition));
      }
      case Condition.In in -> {
        Set<String> texts = in.comparison() == Comparison.TEXT ? texts(in.list()) : null;
        yield texts == null
            ? opaque(condition, truth)
            : ofValue(in.value(), new Domain.Texts(texts, false), truth, condition);
      }
      case Condition.ContainsCapability contains -> containsCapability(contains, truth);
      case Condition.Contains contains -> contains(contains, truth);
      case Condition.Quantified quantified -> quantified(quantified, truth);
      case Condition.Exists exists ->
          exists.where() != null && !possible(List.of(new Demand(exists.where(), true)))
              ? (truth ? Alternatives.NEVER : Alternatives.ALWAYS)
              : opaque(condition, truth);
      case Condition.Like like ->
          pattern(like.value(), Patterns.like(like.glob()), condition, truth);
      case Condition.Matches matches ->
          pattern(matches.value(), Patterns.matches(matches.pattern()), condition, truth);
      case Condition.From from -> presentIf(from.image(), condition, truth);
      case Condition.Under under ->
          presentIf(under.path(), condition, truth)
              .and(
                  Values.isScalar(under.roots().type())
                      ? presentIf(under.roots(), condition, truth)
                      : Alternatives.ALWAYS);
      // What is no text is neither known nor unknown.
      case Condition.KnownCapability is -> {
        String name = ConditionText.of(is.value()) + " is ";
        String said = name + (is.known() ? "known" : "unknown");
        yield truth
            ? flag(said, true).and(flag(name + (is.known() ? "unknown" : "known"), false))
            : flag(said, false);
      }
      case Condition.IsCapability _, Condition.SharesCapability _, Condition.Selects _ ->
          opaque(condition, truth);
    };
  }

  private static Alternatives every(List<Condition> operands, boolean truth) {
    Alternatives result = Alternatives.ALWAYS;
    for (Condition operand : operands) {
      result = result.and(alternatives(operand, truth));
    }
    return result;
  }

  private static Alternatives some(List<Condition> operands, boolean truth) {
    Alternatives result = Alternatives.NEVER;
    for (Condition operand : operands) {
      result = result.or(alternatives(operand, truth));
    }
    return result;
  }

  /**
   * That a value is, or with {@code truth} false is not, one of those wanted; of one that is absent
   * it is not.
   */
  private static Alternatives ofValue(
      Value value, Domain.Values wanted, boolean truth, Condition condition) {
    Alternatives known = known(value, wanted, truth);
    return known == null ? opaque(condition, truth) : known;
  }

  /** Null for a value that is not taken apart. */
  private static @Nullable Alternatives known(Value value, Domain.Values wanted, boolean truth) {
    return switch (value) {
      case Value.Read read ->
          Alternatives.one(
              read.access(), new Domain(!truth, allowed(read.access(), wanted, truth)));
      case Value.Constant constant -> {
        Domain.Values given = valuesOf(constant.node());
        Domain.Values both = given == null ? null : given.and(wanted);
        yield both == null
            ? null
            : both.isEmpty() == truth ? Alternatives.NEVER : Alternatives.ALWAYS;
      }
      case Value.Default choice ->
          either(
              choice.value(),
              known(choice.value(), wanted, truth),
              known(choice.fallback(), wanted, truth));
      case Value.Part part ->
          either(
              part.whole(),
              known(part.part(), wanted, truth),
              known(part.otherwise(), wanted, truth));
      case Value.EffectiveCapabilities _,
          Value.SchemaProblems _,
          Value.Count _,
          Value.Items _,
          Value.Truth _ ->
          null;
    };
  }

  /** That a value is there, or with {@code present} false is not; null if it is not taken apart. */
  private static @Nullable Alternatives presence(Value value, boolean present) {
    return switch (value) {
      case Value.Read read ->
          Alternatives.one(
              read.access(),
              present
                  ? new Domain(false, new Domain.Any(true))
                  : new Domain(true, new Domain.Any(false)));
      case Value.Constant _ -> present ? Alternatives.ALWAYS : Alternatives.NEVER;
      case Value.Default choice ->
          either(
              choice.value(),
              presence(choice.value(), present),
              presence(choice.fallback(), present));
      case Value.Part part ->
          either(part.whole(), presence(part.part(), present), presence(part.otherwise(), present));
      case Value.EffectiveCapabilities _,
          Value.SchemaProblems _,
          Value.Count _,
          Value.Items _,
          Value.Truth _ ->
          null;
    };
  }

  /** One where the first value is there, and the other where it is not. */
  private static @Nullable Alternatives either(
      Value first, @Nullable Alternatives there, @Nullable Alternatives otherwise) {
    Alternatives present = presence(first, true);
    Alternatives absent = presence(first, false);
    if (present == null || absent == null || there == null || otherwise == null) {
      return null;
    }
    return present.and(there).or(absent.and(otherwise));
  }

  /** The wanted values, or with {@code truth} false all others, that the type of a path allows. */
  private static Domain.Values allowed(Access access, Domain.Values wanted, boolean truth) {
    Domain.Values values = truth ? wanted : wanted.not();
    boolean whole = access.type() == Type.Scalar.INTEGER || access.type() == Type.Scalar.SECONDS;
    if (whole && values instanceof Domain.Numbers numbers) {
      return numbers.whole();
    }
    if (access.type() instanceof Type.EnumType(List<String> texts)) {
      Domain.Values known = values.and(new Domain.Texts(new LinkedHashSet<>(texts), false));
      return known == null ? values : known;
    }
    return values;
  }

  private static Domain.@Nullable Values valuesOf(Node node) {
    return switch (node) {
      case Node.Bool bool -> new Domain.Booleans(bool.value(), !bool.value());
      case Node.Text text -> new Domain.Texts(Set.of(text.value()), false);
      case Node.Numeral number -> new Domain.Numbers(List.of(point(number.value().toBigDecimal())));
      case Node.Null _, Node.Sequence _, Node.Mapping _ -> null;
    };
  }

  private static Domain.Interval point(BigDecimal at) {
    Domain.Bound bound = new Domain.Bound(at, true);
    return new Domain.Interval(bound, bound);
  }

  private static Alternatives compare(Condition.Compare compare, boolean truth) {
    boolean constantLeft = compare.left() instanceof Value.Constant;
    Value constant = constantLeft ? compare.left() : compare.right();
    Value other = constantLeft ? compare.right() : compare.left();
    // Of a text one holds and the other does not, so the two are no negations of each other.
    if (compare.comparison() == Comparison.NUMBER_IF_CERTAIN
        || compare.comparison() == Comparison.NUMBER_IF_POSSIBLE) {
      Alternatives itself = flag(ConditionText.of(compare) + " " + compare.comparison(), truth);
      return presentIf(compare.right(), presentIf(compare.left(), itself, truth), truth);
    }
    if (isSame(compare.left(), compare.right())) {
      return itself(compare, truth);
    }
    if (!(constant instanceof Value.Constant literal)
        || compare.comparison() == Comparison.IMAGE
        || compare.comparison() == Comparison.HOST
        || isReadAsMore(compare.comparison(), other)) {
      return opaque(compare, truth);
    }
    Operator operator = constantLeft ? mirrored(compare.operator()) : compare.operator();
    boolean network = compare.comparison() == Comparison.NETWORK;
    Domain.Values wanted = wanted(operator, network ? canonical(literal.node()) : literal.node());
    if (other instanceof Value.Constant(Node node, Type _, dev.bylaw.grammar.Span _)) {
      Domain.Values given = valuesOf(network ? canonical(node) : node);
      Domain.Values both = given == null || wanted == null ? null : given.and(wanted);
      return both == null
          ? opaque(compare, truth)
          : both.isEmpty() == truth ? Alternatives.NEVER : Alternatives.ALWAYS;
    }
    if ((other instanceof Value.Count || isPosition(other)) && wanted != null) {
      Domain.Values atLeastZero =
          new Domain.Numbers(
              List.of(new Domain.Interval(new Domain.Bound(BigDecimal.ZERO, true), null)));
      Domain.Values values = atLeastZero.and(truth ? wanted : wanted.not());
      return values instanceof Domain.Numbers counts
          ? Alternatives.one(ConditionText.of(other), new Domain(false, counts.whole()))
          : opaque(compare, truth);
    }
    return wanted == null ? opaque(compare, truth) : ofValue(other, wanted, truth, compare);
  }

  private static boolean isPosition(Value value) {
    return value instanceof Value.Read read
        && read.access().root() instanceof Access.Root.Key
        && read.type() == Type.Scalar.INTEGER;
  }

  /** Whether one text may be compared as itself, too, and then is another value. */
  private static boolean isReadAsMore(Comparison comparison, Value value) {
    return (comparison == Comparison.DURATION || comparison == Comparison.NETWORK)
        && (value.type() == Type.Scalar.STRING || value.type() == Type.Scalar.ANY);
  }

  /** Many texts say one network. */
  private static Node canonical(Node node) {
    Network network = node instanceof Node.Text text ? Network.parse(text.value()) : null;
    return network == null ? node : new Node.Text(network.toString(), node.span());
  }

  private static Predicate<String> isWithin(Set<String> networks) {
    return text -> {
      Network network = Network.parse(text);
      return network != null
          && networks.stream().map(Network::parse).anyMatch(n -> n != null && network.isIn(n));
    };
  }

  private static boolean isSame(Value left, Value right) {
    return left instanceof Value.Read one
        && right instanceof Value.Read other
        && one.access().equals(other.access());
  }

  /** A value is never less or greater than itself; where it is absent, nothing holds. */
  private static Alternatives itself(Condition.Compare compare, boolean truth) {
    return switch (compare.operator()) {
      case LESS, GREATER -> truth ? Alternatives.NEVER : Alternatives.ALWAYS;
      default ->
          compare.left() instanceof Value.Read read
                  && read.access().type() != Type.Scalar.ANY
                  && compare.comparison() != Comparison.HOST
                  && compare.comparison() != Comparison.DURATION
              ? Alternatives.one(read.access(), new Domain(!truth, new Domain.Any(truth)))
              : opaque(compare, truth);
    };
  }

  private static Operator mirrored(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.GREATER;
      case AT_MOST -> Operator.AT_LEAST;
      case GREATER -> Operator.LESS;
      case AT_LEAST -> Operator.AT_MOST;
      default -> operator;
    };
  }

  private static Domain.@Nullable Values wanted(Operator operator, Node literal) {
    if (operator == Operator.EQUAL) {
      return valuesOf(literal);
    }
    if (!(literal instanceof Node.Numeral number)) {
      return null;
    }
    BigDecimal at = number.value().toBigDecimal();
    Domain.Interval interval =
        switch (operator) {
          case LESS -> new Domain.Interval(null, new Domain.Bound(at, false));
          case AT_MOST -> new Domain.Interval(null, new Domain.Bound(at, true));
          case GREATER -> new Domain.Interval(new Domain.Bound(at, false), null);
          case AT_LEAST -> new Domain.Interval(new Domain.Bound(at, true), null);
          default -> null;
        };
    return interval == null ? null : new Domain.Numbers(List.of(interval));
  }

  /** The texts of a list, or the one that stands alone; null if they are not all known. */
  private static @Nullable Set<String> texts(Value list) {
    if (list instanceof Value.Constant(Node.Text text, Type _, dev.bylaw.grammar.Span _)) {
      return Set.of(text.value());
    }
    if (!(list instanceof Value.Constant(Node.Sequence items, Type _, dev.bylaw.grammar.Span _))) {
      return null;
    }
    Set<String> texts = new LinkedHashSet<>();
    for (Node item : items.items()) {
      if (!(item instanceof Node.Text text)) {
        return null;
      }
      texts.add(text.value());
    }
    return texts;
  }

  private static Alternatives pattern(
      Value value, Predicate<String> test, Condition condition, boolean truth) {
    boolean isText =
        value instanceof Value.Read read
            && (read.access().type() == Type.Scalar.STRING
                || read.access().type() instanceof Type.EnumType);
    // Two patterns are told apart by their text alone, but one and a known text are by trying.
    return isText
        ? opaque(condition, truth).and(ofValue(value, new Domain.Matching(test), truth, condition))
        : presentIf(value, condition, truth);
  }

  /** A condition that is not taken apart, and that holds only if the value is there. */
  private static Alternatives presentIf(Value value, Condition condition, boolean truth) {
    return presentIf(value, opaque(condition, truth), truth);
  }

  private static Alternatives presentIf(Value value, Alternatives itself, boolean truth) {
    return truth && value instanceof Value.Read read
        ? itself.and(Alternatives.one(read.access(), new Domain(false, new Domain.Any(true))))
        : itself;
  }

  /** Whoever holds ALL holds every capability, so who does not hold one does not hold ALL. */
  private static Alternatives containsCapability(
      Condition.ContainsCapability contains, boolean truth) {
    if (contains.operator() == Operator.CONTAINS_ONLY) {
      return opaque(contains, truth);
    }
    String list = ConditionText.of(contains.list());
    List<Supplier<Alternatives>> items = new ArrayList<>();
    for (String name : contains.items().names()) {
      items.add(() ->
          truth || name.equals("ALL")
              ? flag(list + " contains " + name, truth)
              : flag(list + " contains " + name, false).and(flag(list + " contains ALL", false)));
    }
    return combined(items, (contains.operator() == Operator.CONTAINS_ALL_OF) == truth);
  }

  private static Alternatives contains(Condition.Contains contains, boolean truth) {
    Set<String> texts = texts(contains.items());
    if (contains.operator() == Operator.CONTAINS_ONLY || texts == null) {
      return opaque(contains, truth);
    }
    String list = ConditionText.of(contains.list());
    List<Supplier<Alternatives>> items = new ArrayList<>();
    texts.forEach(text -> items.add(() -> flag(list + " contains text " + text, truth)));
    return combined(items, (contains.operator() == Operator.CONTAINS_ALL_OF) == truth);
  }

  private static Alternatives combined(List<Supplier<Alternatives>> items, boolean all) {
    Alternatives result = all ? Alternatives.ALWAYS : Alternatives.NEVER;
    for (Supplier<Alternatives> item : items) {
      result = all ? result.and(item.get()) : result.or(item.get());
    }
    return result;
  }

  private static Alternatives quantified(Condition.Quantified quantified, boolean truth) {
    Some some = Some.of(quantified);
    boolean there = (quantified.quantifier() == Quantifier.ANY) == truth;
    // No element can decide it: `any` never holds, `all` and `no` always do.
    if (!possible(some.demands())) {
      return there ? Alternatives.NEVER : Alternatives.ALWAYS;
    }
    return flag(some, there);
  }

  /**
   * A condition that is not taken apart: it holds or it does not, and it is known again by its
   * text.
   */
  private static Alternatives opaque(Condition condition, boolean truth) {
    return flag(ConditionText.of(condition), truth);
  }

  private static Alternatives flag(Object key, boolean truth) {
    return Alternatives.one(key, new Domain(false, new Domain.Booleans(truth, !truth)));
  }
}
