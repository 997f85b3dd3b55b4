package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.explain.Trace.Collected;
import dev.bylaw.engine.explain.Trace.Item;
import dev.bylaw.engine.explain.Trace.Joint;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.tree.Expr.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells what {@code contains} and its like found of each element. */
final class Items {
  private final Reader reader;
  private final Truth truth;

  Items(Reader reader, Truth truth) {
    this.reader = reader;
    this.truth = truth;
  }

  /** For a condition about a list; nothing for any other. */
  Collected<Item> of(Condition condition, boolean decides) {
    return switch (condition) {
      case Condition.Parametric parametric -> of(parametric.condition(), decides);
      case Condition.Contains contains -> contains(contains, decides);
      case Condition.ContainsCapability contains -> containsCapability(contains, decides);
      case Condition.SharesCapability shares -> containsCapability(truth.constant(shares), decides);
      case Condition.IsCapability is -> named(is.value(), truth.holds(is), decides);
      case Condition.KnownCapability is -> named(is.value(), truth.holds(is), decides);
      case Condition.Constant _,
          Condition.And _,
          Condition.Or _,
          Condition.Not _,
          Condition.Holds _,
          Condition.Compare _,
          Condition.Absent _,
          Condition.In _,
          Condition.Like _,
          Condition.Matches _,
          Condition.From _,
          Condition.Under _,
          Condition.Quantified _,
          Condition.Exists _,
          Condition.Selects _ ->
          Collected.none();
    };
  }

  private Collected<Item> contains(Condition.Contains contains, boolean decides) {
    List<Node> elements = reader.elements(contains.list());
    List<Node> items = truth.items(contains);
    boolean all = contains.operator() == Operator.CONTAINS_ALL_OF;
    List<Node> other = all ? elements : items;
    boolean holds = truth.holds(contains);
    List<Item> found = new ArrayList<>();
    for (Node node : all ? items : elements) {
      boolean met = truth.isOneOf(node, other, contains.comparison());
      found.add(
          new Item(
              FlowText.of(node), met, decides(contains.operator(), holds, met, decides), null));
    }
    return Bounded.of(found, Item::decides);
  }

  private Collected<Item> containsCapability(
      Condition.ContainsCapability contains, boolean decides) {
    boolean holds = truth.holds(contains);
    List<Item> found = new ArrayList<>();
    if (contains.operator() == Operator.CONTAINS_ALL_OF) {
      truth
          .wanted(contains)
          .forEach((name, met) ->
              found.add(
                  new Item(name, met, decides(contains.operator(), holds, met, decides), null)));
      return Bounded.of(found, Item::decides);
    }
    boolean dropped = Truth.isDropped(contains.list());
    Predicate<Node> asked =
        contains.operator() == Operator.CONTAINS_ONLY
            ? element -> Truth.staysWithin(element, contains.items(), dropped)
            : element -> Truth.touches(element, contains.items(), dropped);
    for (Node element : reader.elements(contains.list())) {
      boolean met = asked.test(element);
      found.add(
          new Item(
              FlowText.of(element),
              met,
              decides(contains.operator(), holds, met, decides),
              dropped ? droppedNote(element) : note(element)));
    }
    return Bounded.of(found, Item::decides);
  }

  /** The one name that is asked about, where it is worth a word. */
  private Collected<Item> named(Value value, boolean holds, boolean decides) {
    Node node = reader.read(value);
    boolean dropped = value.type() == Type.Scalar.DROPPED_CAPABILITY;
    String note = node == null ? null : dropped ? droppedNote(node) : note(node);
    return node == null || note == null
        ? Collected.none()
        : new Collected<>(List.of(new Item(FlowText.of(node), holds, decides, note)), 0);
  }

  private static @Nullable String note(Node element) {
    return element instanceof Node.Text text ? CapabilityWords.note(text.value()) : null;
  }

  /** Where a name is dropped, what counts is that every runtime drops it. */
  private static @Nullable String droppedNote(Node element) {
    return element instanceof Node.Text text && text.value().regionMatches(true, 0, "CAP_", 0, 4)
        ? "containerd drops nothing for a name that begins with CAP_"
        : null;
  }

  private static boolean decides(Operator operator, boolean holds, boolean met, boolean whole) {
    Joint joint = operator == Operator.CONTAINS_ANY_OF ? Joint.ANY : Joint.ALL;
    return whole && Tracer.speaks(joint, holds, met);
  }
}
