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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  /** Beyond so many alternatives the answer is "perhaps". */
  private static final int MOST_ALTERNATIVES = 256;

  private Satisfiability() {}

  /** Whether all these may hold, or with {@code truth} false not hold, for one manifest. */
  static boolean possible(List<Demand> demands) {
    try {
      List<Map<Object, Domain>> alternatives = List.of(Map.of());
      for (Demand demand : demands) {
        alternatives = and(alternatives, alternatives(demand.condition(), demand.truth()));
      }
      return !alternatives.isEmpty();
    } catch (TooMany _) {
      return true;
    }
  }

  /** That a condition holds, or does not. */
  record Demand(Condition condition, boolean truth) {}

  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("too many alternatives", null, false, false);
    }
  }

  private static final List<Map<Object, Domain>> NEVER = List.of();
  private static final List<Map<Object, Domain>> ALWAYS = List.of(Map.of());

  private static List<Map<Object, Domain>> alternatives(Condition condition, boolean truth) {
    return switch (condition) {
      case Condition.Constant constant -> constant.value() == truth ? ALWAYS : NEVER;
      // Somebody may set the parameter to something else.
      case Condition.Parametric parametric -> opaque(parametric, truth);
      case Condition.And and -> truth ? every(and.operands(), true) : some(and.operands(), false);
      case Condition.Or or -> truth ? some(or.operands(), true) : every(or.operands(), false);
      case Condition.Not not -> alternatives(not.operand(), !truth);
      case Condition.Holds holds ->
          ofValue(holds.value(), new Domain.Booleans(true, false), truth, condition);
      case Condition.Absent absent -> {
        List<Map<Object, Domain>> presence = presence(absent.value(), !truth);
        yield presence == null ? opaque(condition, truth) : presence;
      }
      case Condition.Compare compare -> compare(compare, truth);
      case Condition.In in when in.comparison() == Comparison.NETWORK -> {
        Set<String> texts = texts(in.list());
        yield texts == null
            ? presentIf(in.value(), condition, truth)
            : and(
                opaque(condition, truth),
                ofValue(in.value(), new Domain.Matching(isWithin(texts)), truth, condition));
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
              ? (truth ? NEVER : ALWAYS)
              : opaque(condition, truth);
      case Condition.Like like ->
          pattern(like.value(), Patterns.like(like.glob()), condition, truth);
      case Condition.Matches matches ->
          pattern(matches.value(), Patterns.matches(matches.pattern()), condition, truth);
      case Condition.From from -> presentIf(from.image(), condition, truth);
      case Condition.Under under ->
          and(
              presentIf(under.path(), condition, truth),
              Values.isScalar(under.roots().type())
                  ? presentIf(under.roots(), condition, truth)
                  : ALWAYS);
      // What is no text is neither known nor unknown.
      case Condition.KnownCapability is -> {
        String name = ConditionText.of(is.value()) + " is ";
        String said = name + (is.known() ? "known" : "unknown");
        yield truth
            ? and(flag(said, true), flag(name + (is.known() ? "unknown" : "known"), false))
            : flag(said, false);
      }
      case Condition.IsCapability _, Condition.SharesCapability _, Condition.Selects _ ->
          opaque(condition, truth);
    };
  }

  private static List<Map<Object, Domain>> every(List<Condition> operands, boolean truth) {
    List<Map<Object, Domain>> result = ALWAYS;
    for (Condition operand : operands) {
      result = and(result, alternatives(operand, truth));
    }
    return result;
  }

  private static List<Map<Object, Domain>> some(List<Condition> operands, boolean truth) {
    List<Map<Object, Domain>> result = new ArrayList<>();
    for (Condition operand : operands) {
      result.addAll(alternatives(operand, truth));
      limit(result);
    }
    return result;
  }

  private static void limit(List<Map<Object, Domain>> alternatives) {
    if (alternatives.size() > MOST_ALTERNATIVES) {
      throw new TooMany();
    }
  }

  private static List<Map<Object, Domain>> and(
      List<Map<Object, Domain>> left, List<Map<Object, Domain>> right) {
    List<Map<Object, Domain>> result = new ArrayList<>();
    for (Map<Object, Domain> a : left) {
      for (Map<Object, Domain> b : right) {
        Map<Object, Domain> both = merge(a, b);
        if (both != null) {
          result.add(both);
          limit(result);
        }
      }
    }
    return result;
  }

  /** The demands of both; null if two of them exclude each other. */
  private static @Nullable Map<Object, Domain> merge(Map<Object, Domain> a, Map<Object, Domain> b) {
    Map<Object, Domain> both = new LinkedHashMap<>(a);
    for (Map.Entry<Object, Domain> entry : b.entrySet()) {
      Domain other = both.get(entry.getKey());
      Domain domain = other == null ? entry.getValue() : other.and(entry.getValue());
      if (domain != null && domain.isEmpty()) {
        return null;
      }
      if (domain != null) {
        both.put(entry.getKey(), domain);
      }
    }
    return absentAbove(both) ? null : both;
  }

  /** Whether a path must be there while one above it must not. */
  private static boolean absentAbove(Map<Object, Domain> demands) {
    for (Map.Entry<Object, Domain> upper : demands.entrySet()) {
      if (!(upper.getKey() instanceof Access above) || !upper.getValue().values().isEmpty()) {
        continue;
      }
      for (Map.Entry<Object, Domain> lower : demands.entrySet()) {
        if (lower.getKey() instanceof Access below
            && !lower.getValue().absent()
            && below.root().equals(above.root())
            && below.steps().size() > above.steps().size()
            && below.steps().subList(0, above.steps().size()).equals(above.steps())) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Map<Object, Domain>> one(Object key, Domain domain) {
    return domain.isEmpty() ? NEVER : List.of(Map.of(key, domain));
  }

  /**
   * That a value is, or with {@code truth} false is not, one of those wanted; of one that is absent
   * it is not.
   */
  private static List<Map<Object, Domain>> ofValue(
      Value value, Domain.Values wanted, boolean truth, Condition condition) {
    List<Map<Object, Domain>> known = known(value, wanted, truth);
    return known == null ? opaque(condition, truth) : known;
  }

  /** Null for a value that is not taken apart. */
  private static @Nullable List<Map<Object, Domain>> known(
      Value value, Domain.Values wanted, boolean truth) {
    return switch (value) {
      case Value.Read read ->
          one(read.access(), new Domain(!truth, allowed(read.access(), wanted, truth)));
      case Value.Constant constant -> {
        Domain.Values given = valuesOf(constant.node());
        Domain.Values both = given == null ? null : given.and(wanted);
        yield both == null ? null : both.isEmpty() == truth ? NEVER : ALWAYS;
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
  private static @Nullable List<Map<Object, Domain>> presence(Value value, boolean present) {
    return switch (value) {
      case Value.Read read ->
          one(
              read.access(),
              present
                  ? new Domain(false, new Domain.Any(true))
                  : new Domain(true, new Domain.Any(false)));
      case Value.Constant _ -> present ? ALWAYS : NEVER;
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
  private static @Nullable List<Map<Object, Domain>> either(
      Value first,
      @Nullable List<Map<Object, Domain>> there,
      @Nullable List<Map<Object, Domain>> otherwise) {
    List<Map<Object, Domain>> present = presence(first, true);
    List<Map<Object, Domain>> absent = presence(first, false);
    if (present == null || absent == null || there == null || otherwise == null) {
      return null;
    }
    List<Map<Object, Domain>> all = new ArrayList<>(and(present, there));
    all.addAll(and(absent, otherwise));
    limit(all);
    return all;
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

  private static List<Map<Object, Domain>> compare(Condition.Compare compare, boolean truth) {
    boolean constantLeft = compare.left() instanceof Value.Constant;
    Value constant = constantLeft ? compare.left() : compare.right();
    Value other = constantLeft ? compare.right() : compare.left();
    // Of a text one holds and the other does not, so the two are no negations of each other.
    if (compare.comparison() == Comparison.NUMBER_IF_CERTAIN
        || compare.comparison() == Comparison.NUMBER_IF_POSSIBLE) {
      List<Map<Object, Domain>> itself =
          flag(ConditionText.of(compare) + " " + compare.comparison(), truth);
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
      return both == null ? opaque(compare, truth) : both.isEmpty() == truth ? NEVER : ALWAYS;
    }
    if ((other instanceof Value.Count || isPosition(other)) && wanted != null) {
      Domain.Values atLeastZero =
          new Domain.Numbers(
              List.of(new Domain.Interval(new Domain.Bound(BigDecimal.ZERO, true), null)));
      Domain.Values values = atLeastZero.and(truth ? wanted : wanted.not());
      return values instanceof Domain.Numbers counts
          ? one(ConditionText.of(other), new Domain(false, counts.whole()))
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
  private static List<Map<Object, Domain>> itself(Condition.Compare compare, boolean truth) {
    return switch (compare.operator()) {
      case LESS, GREATER -> truth ? NEVER : ALWAYS;
      default ->
          compare.left() instanceof Value.Read read
                  && read.access().type() != Type.Scalar.ANY
                  && compare.comparison() != Comparison.HOST
                  && compare.comparison() != Comparison.DURATION
              ? one(read.access(), new Domain(!truth, new Domain.Any(truth)))
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

  private static @Nullable Set<String> texts(Value list) {
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

  private static List<Map<Object, Domain>> pattern(
      Value value, Predicate<String> test, Condition condition, boolean truth) {
    boolean isText =
        value instanceof Value.Read read
            && (read.access().type() == Type.Scalar.STRING
                || read.access().type() instanceof Type.EnumType);
    // Two patterns are told apart by their text alone, but one and a known text are by trying.
    return isText
        ? and(opaque(condition, truth), ofValue(value, new Domain.Matching(test), truth, condition))
        : presentIf(value, condition, truth);
  }

  /** A condition that is not taken apart, and that holds only if the value is there. */
  private static List<Map<Object, Domain>> presentIf(
      Value value, Condition condition, boolean truth) {
    return presentIf(value, opaque(condition, truth), truth);
  }

  private static List<Map<Object, Domain>> presentIf(
      Value value, List<Map<Object, Domain>> itself, boolean truth) {
    return truth && value instanceof Value.Read read
        ? and(itself, one(read.access(), new Domain(false, new Domain.Any(true))))
        : itself;
  }

  /** Whoever holds ALL holds every capability, so who does not hold one does not hold ALL. */
  private static List<Map<Object, Domain>> containsCapability(
      Condition.ContainsCapability contains, boolean truth) {
    if (contains.operator() == Operator.CONTAINS_ONLY) {
      return opaque(contains, truth);
    }
    String list = ConditionText.of(contains.list());
    List<Supplier<List<Map<Object, Domain>>>> items = new ArrayList<>();
    for (String name : contains.items().names()) {
      items.add(() ->
          truth || name.equals("ALL")
              ? flag(list + " contains " + name, truth)
              : and(flag(list + " contains " + name, false), flag(list + " contains ALL", false)));
    }
    return combined(items, (contains.operator() == Operator.CONTAINS_ALL_OF) == truth);
  }

  private static List<Map<Object, Domain>> contains(Condition.Contains contains, boolean truth) {
    Set<String> texts = texts(contains.items());
    if (contains.operator() == Operator.CONTAINS_ONLY || texts == null) {
      return opaque(contains, truth);
    }
    String list = ConditionText.of(contains.list());
    List<Supplier<List<Map<Object, Domain>>>> items = new ArrayList<>();
    texts.forEach(text -> items.add(() -> flag(list + " contains text " + text, truth)));
    return combined(items, (contains.operator() == Operator.CONTAINS_ALL_OF) == truth);
  }

  private static List<Map<Object, Domain>> combined(
      List<Supplier<List<Map<Object, Domain>>>> items, boolean all) {
    List<Map<Object, Domain>> result = all ? ALWAYS : new ArrayList<>();
    for (Supplier<List<Map<Object, Domain>>> item : items) {
      if (all) {
        result = and(result, item.get());
      } else {
        result.addAll(item.get());
        limit(result);
      }
    }
    return result;
  }

  private static List<Map<Object, Domain>> quantified(
      Condition.Quantified quantified, boolean truth) {
    List<Demand> element = new ArrayList<>();
    if (quantified.where() != null) {
      element.add(new Demand(quantified.where(), true));
    }
    element.add(new Demand(quantified.condition(), quantified.quantifier() != Quantifier.ALL));
    if (possible(element)) {
      return opaque(quantified, truth);
    }
    // No element can decide it: `any` never holds, `all` and `no` always do.
    return (quantified.quantifier() == Quantifier.ANY) == truth ? NEVER : ALWAYS;
  }

  /**
   * A condition that is not taken apart: it holds or it does not, and it is known again by its
   * text.
   */
  private static List<Map<Object, Domain>> opaque(Condition condition, boolean truth) {
    return flag(ConditionText.of(condition), truth);
  }

  private static List<Map<Object, Domain>> flag(String key, boolean truth) {
    return one(key, new Domain(false, new Domain.Booleans(truth, !truth)));
  }
}
