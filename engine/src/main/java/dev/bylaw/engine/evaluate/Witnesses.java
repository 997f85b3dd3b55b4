package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.capability.CapabilitySet;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.tree.Expr.Operator;
import dev.bylaw.grammar.tree.Expr.Quantifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values that made a condition hold or not: what a finding points at. It decides nothing;
 * it asks {@link Truth} which part decided.
 *
 * <p>Every element that decided is a witness of its own. Of a conjunction that holds, the part that
 * points at elements speaks, and otherwise the last part that points at a value that exists: the
 * parts before it are mostly guards. Of a disjunction that does not hold, the first part speaks.
 */
final class Witnesses {
  private final Frame frame;
  private final Reader reader;
  private final Truth truth;
  private final Locator locator;

  Witnesses(Frame frame, Reader reader, Truth truth, Locator locator) {
    this.frame = frame;
    this.reader = reader;
    this.truth = truth;
    this.locator = locator;
  }

  /**
   * The witnesses that the condition is what {@code holds} says; none if no value of the manifest
   * is to blame.
   */
  List<Witness> of(Condition condition, boolean holds) {
    return switch (condition) {
      case Condition.Constant _, Condition.Exists _ -> List.of();
      case Condition.Parametric parametric -> of(parametric.condition(), holds);
      case Condition.Not not -> of(not.operand(), !holds);
      case Condition.And and -> holds ? sharpest(and.operands()) : each(and.operands(), false);
      case Condition.Or or -> holds ? each(or.operands(), true) : first(or.operands());
      case Condition.Holds c -> at(c.value());
      case Condition.Absent c -> at(c.value());
      case Condition.Compare c -> compared(c);
      case Condition.In c -> in(c);
      case Condition.Like c -> at(c.value());
      case Condition.Matches c -> at(c.value());
      case Condition.From c -> at(c.image());
      case Condition.Under c -> either(c.path(), c.roots());
      case Condition.KnownCapability c -> named(c.value());
      case Condition.SharesCapability c -> containsCapability(truth.constant(c), holds);
      case Condition.Selects c -> either(c.labelled(), c.selector());
      case Condition.IsCapability c -> named(c.value());
      case Condition.Contains c -> contains(c, holds);
      case Condition.ContainsCapability c -> containsCapability(c, holds);
      case Condition.Quantified c -> quantified(c, holds);
    };
  }

  private List<Witness> sharpest(List<Condition> operands) {
    List<Witness> best = List.of();
    for (Condition operand : operands) {
      List<Witness> found = of(operand, true);
      if (rank(found) >= rank(best)) {
        best = found;
      }
    }
    return best;
  }

  private static int rank(List<Witness> witnesses) {
    if (witnesses.isEmpty()) {
      return 0;
    }
    if (witnesses.stream().anyMatch(Witness::isElement)) {
      return 3;
    }
    return witnesses.stream().anyMatch(witness -> Locator.isPresent(witness.at().node())) ? 2 : 1;
  }

  private List<Witness> each(List<Condition> operands, boolean holds) {
    List<Witness> all = new ArrayList<>();
    for (Condition operand : operands) {
      if (truth.holds(operand) == holds) {
        all.addAll(of(operand, holds));
      }
    }
    return all;
  }

  private List<Witness> first(List<Condition> operands) {
    for (Condition operand : operands) {
      List<Witness> found = of(operand, false);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<Witness> either(Value first, Value second) {
    List<Witness> found = at(first);
    return found.isEmpty() ? at(second) : found;
  }

  /** Of what the rule itself names, the list is to blame that it stands in. */
  private List<Witness> in(Condition.In in) {
    List<Witness> found = at(in.value());
    if (!found.isEmpty()) {
      return found;
    }
    return in.list() instanceof Value.Items items
        ? items.items().stream().flatMap(item -> at(item).stream()).limit(1).toList()
        : at(in.list());
  }

  /** A text where a number may stand is told why it counts. */
  private List<Witness> compared(Condition.Compare compare) {
    List<Witness> found = either(compare.left(), compare.right());
    boolean ordered =
        compare.comparison() == Comparison.NUMBER_IF_CERTAIN
            || compare.comparison() == Comparison.NUMBER_IF_POSSIBLE;
    return ordered && !found.isEmpty() && found.getFirst().at().node() instanceof Node.Text
        ? List.of(found.getFirst().withNote("a text, which may stand for any number"))
        : found;
  }

  private List<Witness> at(Value value) {
    Location location = locator.of(value);
    return location == null
        ? List.of()
        : List.of(new Witness(location, accessOf(value), null, null, frame.bindings()));
  }

  private static dev.bylaw.engine.policy.@Nullable Access accessOf(Value value) {
    return switch (value) {
      case Value.Read read -> read.access();
      case Value.Default fallback -> accessOf(fallback.value());
      case Value.Part part -> accessOf(part.part());
      case Value.EffectiveCapabilities effective -> effective.drop().access();
      case Value.Count count -> accessOf(count.list());
      case Value.SchemaProblems _, Value.Constant _, Value.Items _, Value.Truth _ -> null;
    };
  }

  /** A name of a capability, with what there is to say of it. */
  private List<Witness> named(Value value) {
    List<Witness> found = at(value);
    if (found.isEmpty() || !(reader.read(value) instanceof Node.Text name)) {
      return found;
    }
    Witness witness = found.getFirst();
    return List.of(
        new Witness(
            witness.at(),
            witness.access(),
            CapabilityWords.named(name.value()),
            value.type() == Type.Scalar.DROPPED_CAPABILITY
                ? null
                : CapabilityWords.note(name.value()),
            witness.bindings()));
  }

  private List<Witness> containsCapability(Condition.ContainsCapability contains, boolean holds) {
    CapabilitySet items = contains.items();
    boolean dropped = Truth.isDropped(contains.list());
    boolean only = contains.operator() == Operator.CONTAINS_ONLY;
    if (contains.list() instanceof Value.EffectiveCapabilities effective) {
      return holds == only
          ? at(only ? effective : effective.add())
          : causes(effective, capability -> Truth.touches(capability, items, false) != only);
    }
    if (holds == only) {
      return at(contains.list());
    }
    List<Witness> found = new ArrayList<>();
    List<Node> elements = reader.elements(contains.list());
    for (int i = 0; i < elements.size(); i++) {
      boolean blamed =
          only
              ? !Truth.staysWithin(elements.get(i), items, dropped)
              : Truth.touches(elements.get(i), items, dropped);
      if (blamed) {
        String text = elements.get(i) instanceof Node.Text name ? name.value() : "";
        found.add(
            element(
                contains.list(),
                i,
                CapabilityWords.named(text),
                dropped ? null : CapabilityWords.note(text)));
      }
    }
    return found;
  }

  /** What makes the container hold the blamed capabilities: each place once, with their names. */
  private List<Witness> causes(Value.EffectiveCapabilities effective, Predicate<Node> blamed) {
    Map<String, List<HeldCapabilities.Held>> byPlace = new LinkedHashMap<>();
    for (HeldCapabilities.Held held : locator.held(effective)) {
      if (blamed.test(new Node.Text(held.capability().name(), effective.span()))) {
        byPlace.computeIfAbsent(locator.cause(held).path(), _ -> new ArrayList<>()).add(held);
      }
    }
    List<Witness> found = new ArrayList<>();
    for (List<HeldCapabilities.Held> same : byPlace.values()) {
      HeldCapabilities.Held first = same.getFirst();
      Location at = locator.cause(first);
      boolean entry = first.entry() != null && at.node() instanceof Node.Text;
      found.add(
          new Witness(
              at,
              entry ? null : first.cause().access(),
              String.join(", ", same.stream().map(held -> held.capability().name()).toList()),
              entry && at.node() instanceof Node.Text text
                  ? CapabilityWords.note(text.value())
                  : null,
              frame.bindings()));
    }
    return found;
  }

  private List<Witness> contains(Condition.Contains contains, boolean holds) {
    boolean only = contains.operator() == Operator.CONTAINS_ONLY;
    if (holds == only) {
      return at(contains.list());
    }
    List<Node> elements = reader.elements(contains.list());
    List<Node> items = truth.items(contains);
    List<Witness> found = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      if (truth.isOneOf(elements.get(i), items, contains.comparison()) != only) {
        found.add(element(contains.list(), i, Rendering.of(elements.get(i)), null));
      }
    }
    return found.isEmpty() ? at(contains.list()) : found;
  }

  private Witness element(Value list, int index, String matched, @Nullable String note) {
    return new Witness(locator.item(list, index), null, matched, note, frame.bindings());
  }

  private List<Witness> quantified(Condition.Quantified quantified, boolean holds) {
    boolean elementHolds = quantified.quantifier() != Quantifier.ALL;
    if (holds != (quantified.quantifier() == Quantifier.ANY)) {
      return at(quantified.list());
    }
    List<Witness> found = new ArrayList<>();
    for (Frame.Binding each : reader.each(quantified)) {
      frame.bind(quantified.variable(), each);
      boolean counts = quantified.where() == null || truth.holds(quantified.where());
      if (counts && truth.holds(quantified.condition()) == elementHolds) {
        found.addAll(inside(quantified, elementHolds, each));
      }
    }
    return found;
  }

  /** Whether the elements are not what the manifest has at their place. */
  private static boolean isWorkedOut(Value list) {
    return list instanceof Value.EffectiveCapabilities || list instanceof Value.SchemaProblems;
  }

  /**
   * The value in the element that decided, or the element itself; either way a message may name the
   * element: of a map's entry it is the key.
   */
  private List<Witness> inside(
      Condition.Quantified quantified, boolean elementHolds, Frame.Binding each) {
    Location at = locator.of(each);
    String name =
        each instanceof Frame.Binding.Element(Node node, Value list, int _) && isWorkedOut(list)
            ? Rendering.of(node)
            : Rendering.of(at.node());
    List<Witness> inner = of(quantified.condition(), elementHolds);
    if (inner.isEmpty()) {
      return List.of(new Witness(at, null, name, null, frame.bindings()));
    }
    List<Witness> named = new ArrayList<>();
    for (Witness witness : inner) {
      String matched = witness.matched() == null ? name : witness.matched();
      named.add(
          new Witness(witness.at(), witness.access(), matched, witness.note(), witness.bindings()));
    }
    return named;
  }
}
