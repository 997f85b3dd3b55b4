package dev.bylaw.engine.example;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.CapabilitySet;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Condition.Quantified;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.grammar.tree.Expr.Operator;
import dev.bylaw.grammar.tree.Expr.Quantifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proposes drafts for which a condition may hold, or not hold. It proposes only: the evaluator says
 * afterwards which proposals are right, so a wrong one costs time and nothing else.
 */
final class ConditionSolver {
  /** How many elements a list is given at most for a rule that asks for their positions. */
  private static final int POSITIONS = 4;

  private static final List<Leaf> ANY_NAME =
      List.of(new Leaf.Text(Capability.NET_BIND_SERVICE.name()));
  private static final List<Leaf> UNKNOWN_NAME = List.of(new Leaf.Text("EXAMPLE"));

  private static final List<Capability> HARMLESS =
      List.of(Capability.NET_BIND_SERVICE, Capability.KILL, Capability.NET_RAW);

  private final Schema schema;
  private final Skeleton skeleton;
  private final ValueSolver values;
  private final int breadth;

  /**
   * With a limit.
   *
   * @param breadth so many proposals of a part, the smallest, are tried with the next part
   */
  ConditionSolver(Schema schema, Skeleton skeleton, int breadth) {
    this.breadth = breadth;
    this.schema = schema;
    this.skeleton = skeleton;
    this.values = new ValueSolver(skeleton);
  }

  /** Drafts that go on from this one; none if it seems impossible. */
  List<Draft> meet(Condition condition, boolean truth, Draft draft, Scene scene) {
    List<Draft> proposals =
        switch (condition) {
          case Condition.Constant constant ->
              constant.value() == truth ? List.of(draft) : List.of();
          case Condition.Parametric parametric -> meet(parametric.condition(), truth, draft, scene);
          case Condition.Not not -> meet(not.operand(), !truth, draft, scene);
          case Condition.And and ->
              truth
                  ? every(Demand.of(and, true), draft, scene)
                  : some(and.operands(), false, draft, scene);
          case Condition.Or or ->
              truth
                  ? some(or.operands(), true, draft, scene)
                  : every(Demand.of(or, false), draft, scene);
          case Condition.Holds holds -> holds(holds.value(), truth, draft, scene);
          case Condition.Absent absent -> absent(absent.value(), truth, draft, scene);
          case Condition.Compare compare -> compare(compare, truth, draft, scene);
          case Condition.In in -> in(in, truth, draft, scene);
          case Condition.Like like ->
              text(
                  like.value(),
                  List.of(new Leaf.Text(PatternSamples.ofGlob(like.glob()))),
                  truth,
                  draft,
                  scene);
          case Condition.Matches matches ->
              text(matches.value(), PatternSamples.ofRegex(matches.pattern()), truth, draft, scene);
          case Condition.From from ->
              text(
                  from.image(),
                  PatternSamples.ofImages(items(from.patterns(), scene)),
                  truth,
                  draft,
                  scene);
          case Condition.Under under -> under(under, truth, draft, scene);
          case Condition.SharesCapability shares -> shares(shares, truth, draft, scene);
          case Condition.KnownCapability is ->
              text(is.value(), truth == is.known() ? ANY_NAME : UNKNOWN_NAME, true, draft, scene);
          case Condition.IsCapability is -> isCapability(is, truth, draft, scene);
          case Condition.Contains contains -> contains(contains, truth, draft, scene);
          case Condition.ContainsCapability contains ->
              containsCapability(contains, truth, draft, scene);
          case Quantified quantified -> quantified(quantified, truth, draft, scene);
          case Condition.Exists exists -> exists(exists, truth, draft, scene);
          case Condition.Selects selects -> selects(selects, truth, draft, scene);
        };
    return smallest(proposals);
  }

  private List<Draft> smallest(List<Draft> drafts) {
    List<Draft> ordered = new ArrayList<>(new LinkedHashSet<>(drafts));
    ordered.sort(Comparator.comparingInt(Draft::effort));
    return ordered.size() > breadth ? List.copyOf(ordered.subList(0, breadth)) : ordered;
  }

  /** All of these at once: what leaves least choice comes first. */
  private List<Draft> every(List<Demand> demands, Draft draft, Scene scene) {
    List<Draft> drafts = List.of(draft);
    for (Demand demand : Demand.strictestFirst(demands)) {
      List<Draft> next = new ArrayList<>();
      for (Draft each : drafts) {
        next.addAll(meet(demand.condition(), demand.truth(), each, scene));
      }
      drafts = smallest(next);
    }
    return drafts;
  }

  private List<Draft> some(List<Condition> operands, boolean truth, Draft draft, Scene scene) {
    List<Draft> drafts = new ArrayList<>();
    for (Condition operand : operands) {
      drafts.addAll(meet(operand, truth, draft, scene));
    }
    return drafts;
  }

  private List<Draft> holds(Value value, boolean truth, Draft draft, Scene scene) {
    if (value instanceof Value.Truth inner) {
      return meet(inner.condition(), truth, draft, scene);
    }
    List<Draft> drafts = new ArrayList<>();
    if (!truth) {
      drafts.addAll(values.be(value, new Leaf.Absent(), draft, scene));
    }
    drafts.addAll(values.be(value, new Leaf.Bool(truth), draft, scene));
    return drafts;
  }

  private List<Draft> absent(Value value, boolean truth, Draft draft, Scene scene) {
    if (truth) {
      return values.be(value, new Leaf.Absent(), draft, scene);
    }
    List<Draft> drafts = new ArrayList<>(values.asItIs(value, draft, scene));
    for (Leaf sample : Samples.of(value)) {
      drafts.addAll(values.be(value, sample, draft, scene));
    }
    ValueSolver.Spot spot = values.spot(value, draft, scene);
    if (drafts.isEmpty() && spot != null) {
      drafts.add(skeleton.sample(value.type(), spot.at(), spot.draft()));
      if (value.type() instanceof ObjectType) {
        addIfAny(drafts, spot.draft().demand(spot.at(), new Leaf.EmptyMap()));
      }
    }
    return drafts;
  }

  private static void addIfAny(List<Draft> drafts, @Nullable Draft draft) {
    if (draft != null) {
      drafts.add(draft);
    }
  }

  private List<Draft> compare(Condition.Compare compare, boolean truth, Draft draft, Scene scene) {
    List<Draft> drafts = new ArrayList<>();
    Node right = ValueSolver.literal(compare.right(), scene);
    Node left = ValueSolver.literal(compare.left(), scene);
    if (left != null && right != null) {
      return List.of(draft); // no manifest changes it, and the evaluator knows whether it holds
    }
    drafts.addAll(values.asItIs(compare.left(), draft, scene));
    for (Leaf rule : right == null ? pivots(compare, left, draft, scene) : leaves(right)) {
      Leaf pivot = Neighbours.written(rule, compare.comparison(), compare.left().type());
      for (Leaf other : others(compare, truth, pivot)) {
        for (Draft half : values.be(compare.right(), rule, draft, scene)) {
          drafts.addAll(values.be(compare.left(), other, half, scene));
        }
      }
    }
    if (!truth) {
      drafts.addAll(values.be(compare.left(), new Leaf.Absent(), draft, scene));
      if (right == null) {
        drafts.addAll(values.be(compare.right(), new Leaf.Absent(), draft, scene));
      }
    }
    return drafts;
  }

  /** What may stand on the left of a pivot: of an equation it, or all but it. */
  private static List<Leaf> others(Condition.Compare compare, boolean truth, Leaf pivot) {
    List<Leaf> near = Neighbours.of(pivot, compare.left().type());
    return compare.operator() == Operator.EQUAL
        ? near.stream().filter(leaf -> leaf.equals(pivot) == truth).toList()
        : near;
  }

  /** What may stand on the right, where that is no literal. */
  private Set<Leaf> pivots(
      Condition.Compare compare, @Nullable Node left, Draft draft, Scene scene) {
    Set<Leaf> pivots = new LinkedHashSet<>();
    for (Value side : List.of(compare.right(), compare.left())) {
      ValueSolver.Spot spot = values.spot(side, draft, scene);
      Leaf leaf = spot == null || spot.part() != null ? null : spot.draft().leaf(spot.at());
      if (leaf != null) {
        pivots.add(leaf);
      }
    }
    if (left != null) {
      leaves(left).forEach(leaf -> pivots.addAll(Neighbours.of(leaf, compare.right().type())));
    }
    pivots.addAll(Samples.of(compare.right()));
    return pivots;
  }

  private static List<Leaf> leaves(Node node) {
    Leaf leaf = Leaf.of(node);
    return leaf == null ? List.of() : List.of(leaf);
  }

  /** The literals of a list, or the literal that stands for a list of one. */
  private static List<Leaf> items(Value list, Scene scene) {
    List<Leaf> items = new ArrayList<>();
    Node literal = ValueSolver.literal(list, scene);
    if (literal instanceof Node.Sequence sequence) {
      sequence.items().forEach(item -> items.addAll(leaves(item)));
    } else if (literal != null) {
      items.addAll(leaves(literal));
    }
    return items;
  }

  /** What the rule itself names lies in a list that the manifest says, or the other way round. */
  private List<Draft> in(Condition.In in, boolean truth, Draft draft, Scene scene) {
    Node named = ValueSolver.literal(in.value(), scene);
    if (named != null && in.list() instanceof Value.Items items) {
      List<Draft> drafts = new ArrayList<>();
      for (Value item : items.items()) {
        List<Leaf> wanted = PatternSamples.ofNetworks(leaves(named), item.type());
        drafts.addAll(text(item, wanted, truth, draft, scene));
      }
      return drafts;
    }
    if (named != null && ValueSolver.literal(in.list(), scene) != null) {
      boolean isIn = items(in.list(), scene).stream().anyMatch(leaves(named)::contains);
      return isIn == truth ? List.of(draft) : List.of();
    }
    if (named != null) {
      return truth
          ? with(in.list(), leaves(named), false, draft, scene)
          : without(in.list(), draft, scene);
    }
    List<Leaf> wanted = items(in.list(), scene);
    return text(
        in.value(),
        in.comparison() == Condition.Comparison.NETWORK
            ? PatternSamples.ofNetworks(wanted, in.value().type())
            : wanted,
        truth,
        draft,
        scene);
  }

  /** A scalar that is one of these, or none of them. */
  private List<Draft> text(
      Value value, List<Leaf> wanted, boolean truth, Draft draft, Scene scene) {
    List<Draft> drafts = new ArrayList<>();
    if (truth) {
      drafts.addAll(values.asItIs(value, draft, scene));
      for (Leaf leaf : wanted) {
        drafts.addAll(values.be(value, leaf, draft, scene));
      }
      return drafts;
    }
    drafts.addAll(values.asItIs(value, draft, scene));
    drafts.addAll(values.be(value, new Leaf.Absent(), draft, scene));
    for (Leaf sample : Samples.odd(value)) {
      drafts.addAll(values.be(value, sample, draft, scene));
    }
    return drafts;
  }

  /** Either side may be the one that the manifest says. */
  private List<Draft> under(Condition.Under under, boolean truth, Draft draft, Scene scene) {
    List<Leaf> roots = items(under.roots(), scene);
    return roots.isEmpty()
        ? text(under.roots(), items(under.path(), scene), truth, draft, scene)
        : text(under.path(), roots, truth, draft, scene);
  }

  private List<Draft> shares(
      Condition.SharesCapability shares, boolean truth, Draft draft, Scene scene) {
    List<Leaf> name = List.of(new Leaf.Text(Capability.KILL.name()));
    boolean all = shares.operator() == Operator.CONTAINS_ALL_OF;
    boolean only = shares.operator() == Operator.CONTAINS_ONLY;
    if (truth == only) {
      return all
          ? with(shares.items(), name, false, draft, scene)
          : without(shares.list(), draft, scene);
    }
    List<Draft> drafts = new ArrayList<>();
    for (Draft grown : with(shares.list(), name, false, draft, scene)) {
      drafts.addAll(only ? List.of(grown) : with(shares.items(), name, false, grown, scene));
    }
    return drafts;
  }

  private List<Draft> isCapability(
      Condition.IsCapability is, boolean truth, Draft draft, Scene scene) {
    List<Draft> drafts = new ArrayList<>(values.asItIs(is.value(), draft, scene));
    for (String name : truth ? is.items().names() : others(is.items())) {
      drafts.addAll(values.be(is.value(), new Leaf.Text(name), draft, scene));
    }
    return drafts;
  }

  /** Names that are not among these, the most harmless first. */
  private static List<String> others(CapabilitySet items) {
    Set<Capability> ordered = new LinkedHashSet<>(HARMLESS);
    ordered.addAll(List.of(Capability.values()));
    List<String> others = new ArrayList<>();
    for (Capability capability : ordered) {
      if (!items.capabilities().contains(capability)) {
        others.add(capability.name());
      }
    }
    others.add("ALL");
    return others;
  }

  private List<Draft> containsCapability(
      Condition.ContainsCapability contains, boolean truth, Draft draft, Scene scene) {
    boolean only = contains.operator() == Operator.CONTAINS_ONLY;
    if (contains.list() instanceof Value.EffectiveCapabilities effective) {
      return effective(effective, contains, truth != only, draft, scene);
    }
    if (truth == only) {
      return without(contains.list(), draft, scene);
    }
    List<Leaf> names = new ArrayList<>();
    for (String name : only ? others(contains.items()) : contains.items().names()) {
      names.add(new Leaf.Text(name));
    }
    return with(
        contains.list(), names, contains.operator() == Operator.CONTAINS_ALL_OF, draft, scene);
  }

  /** Containers that are to hold some capabilities ask for them, and others drop every one. */
  private List<Draft> effective(
      Value.EffectiveCapabilities effective,
      Condition.ContainsCapability contains,
      boolean hold,
      Draft draft,
      Scene scene) {
    List<Leaf> all = List.of(new Leaf.Text("ALL"));
    if (!hold) {
      return with(effective.drop(), all, true, draft, scene);
    }
    boolean only = contains.operator() == Operator.CONTAINS_ONLY;
    boolean every = contains.operator() == Operator.CONTAINS_ALL_OF;
    List<Leaf> names = new ArrayList<>();
    for (String name : only ? others(contains.items()) : contains.items().names()) {
      names.add(new Leaf.Text(name));
    }
    List<Draft> found = new ArrayList<>(with(effective.add(), names, every, draft, scene));
    found.add(draft);
    return found;
  }

  private List<Draft> contains(
      Condition.Contains contains, boolean truth, Draft draft, Scene scene) {
    boolean only = contains.operator() == Operator.CONTAINS_ONLY;
    if (truth == only) {
      return without(contains.list(), draft, scene);
    }
    List<Leaf> wanted = items(contains.items(), scene);
    if (only && contains.list().type() instanceof Type.ListType(Type element)) {
      List<Leaf> known = wanted;
      wanted = Samples.of(element).stream().filter(leaf -> !known.contains(leaf)).toList();
    }
    return with(
        contains.list(), wanted, contains.operator() == Operator.CONTAINS_ALL_OF, draft, scene);
  }

  /** The list as it is, and the list that is not there. */
  private List<Draft> without(Value list, Draft draft, Scene scene) {
    List<Draft> drafts = new ArrayList<>(values.be(list, new Leaf.Absent(), draft, scene));
    if (drafts.isEmpty()) {
      drafts.add(draft);
    }
    return drafts;
  }

  /** A list with all of these elements, or lists with one of them each. */
  private List<Draft> with(Value list, List<Leaf> elements, boolean all, Draft draft, Scene scene) {
    List<Draft> drafts = new ArrayList<>();
    List<Draft> growing = List.of(draft);
    for (Leaf element : elements) {
      List<Draft> grown = new ArrayList<>();
      for (Draft each : all ? growing : List.of(draft)) {
        for (ValueSolver.Grown longer : values.append(list, each, scene)) {
          addIfAny(grown, longer.draft().demand(longer.at(), element));
        }
      }
      growing = grown;
      drafts.addAll(grown);
    }
    return all ? growing : drafts;
  }

  private List<Draft> quantified(Quantified quantified, boolean truth, Draft draft, Scene scene) {
    boolean ofElement = quantified.quantifier() != Quantifier.ALL;
    return truth == (quantified.quantifier() == Quantifier.ANY)
        ? oneElement(quantified, ofElement, draft, scene)
        : noElement(quantified, ofElement, draft, scene);
  }

  /** Some element decides: one that is there, or a new one. */
  private List<Draft> oneElement(Quantified quantified, boolean truth, Draft draft, Scene scene) {
    List<Draft> drafts = new ArrayList<>();
    for (Draft.Element element : elements(quantified, draft, scene)) {
      drafts.addAll(decides(quantified, truth, element.draft(), scene, element.binding()));
    }
    if (quantified.key() != null && !(quantified.list().type() instanceof Type.ListType)) {
      for (String key : KeySamples.of(quantified, scene)) {
        for (Draft.Element entry : entry(quantified, key, draft, scene)) {
          drafts.addAll(decides(quantified, truth, entry.draft(), scene, entry.binding()));
        }
      }
      return drafts;
    }
    List<ValueSolver.Grown> longer = values.append(quantified.list(), draft, scene);
    for (int more = quantified.key() == null ? 1 : POSITIONS; more > 0; more--) {
      for (ValueSolver.Grown grown : longer) {
        drafts.addAll(
            decides(quantified, truth, grown.draft(), scene, item(quantified, grown.at())));
      }
      longer =
          longer.stream()
              .flatMap(grown -> values.append(quantified.list(), grown.draft(), scene).stream())
              .toList();
    }
    return drafts;
  }

  private static Scene.Binding item(Quantified quantified, Pointer at) {
    Decimal position = Decimal.of(at.position());
    return new Scene.Binding.Item(at, new Node.Numeral(position, quantified.span()));
  }

  /** A map with an entry of this key; none if it is not read from the draft. */
  private List<Draft.Element> entry(Quantified quantified, String key, Draft draft, Scene scene) {
    ValueSolver.Spot spot = values.spot(quantified.list(), draft, scene);
    Type value = quantified.list().type() instanceof Type.MapType(Type v) ? v : Type.Scalar.ANY;
    if (spot == null) {
      return List.of();
    }
    Pointer at = spot.at().field(key);
    Draft more = skeleton.sample(value, at, spot.draft());
    Node.Text name = new Node.Text(key, quantified.span());
    return List.of(new Draft.Element(more, new Scene.Binding.Entry(at, name)));
  }

  private List<Draft> decides(
      Quantified quantified, boolean truth, Draft draft, Scene scene, Scene.Binding binding) {
    Scene inner = scene.with(quantified.variable(), binding);
    List<Demand> demands = new ArrayList<>(Demand.of(quantified.condition(), truth));
    if (quantified.where() != null) {
      demands.addAll(Demand.of(quantified.where(), true));
    }
    return every(demands, draft, inner);
  }

  /** No element decides: each that is there is not meant, or is as it should be. */
  private List<Draft> noElement(Quantified quantified, boolean truth, Draft draft, Scene scene) {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(draft);
    for (Draft.Element element : elements(quantified, draft, scene)) {
      Scene inner = scene.with(quantified.variable(), element.binding());
      List<Draft> next = new ArrayList<>();
      for (Draft each : drafts) {
        if (quantified.where() != null) {
          next.addAll(meet(quantified.where(), false, each, inner));
        }
        next.addAll(meet(quantified.condition(), !truth, each, inner));
      }
      drafts = smallest(next);
    }
    if (values.spot(quantified.list(), draft, scene) != null) {
      drafts = new ArrayList<>(drafts);
      drafts.addAll(values.be(quantified.list(), new Leaf.Absent(), draft, scene));
    }
    return drafts;
  }

  private List<Draft.Element> elements(Quantified quantified, Draft draft, Scene scene) {
    Value list = quantified.list();
    List<Draft.Element> elements = new ArrayList<>();
    if (ValueSolver.literal(list, scene) instanceof Node.Sequence literals) {
      literals
          .items()
          .forEach(item -> elements.add(new Draft.Element(draft, new Scene.Binding.Literal(item))));
      return elements;
    }
    ValueSolver.Spot spot = values.spot(list, draft, scene);
    if (spot != null) {
      for (Object step : spot.draft().children(spot.at())) {
        Pointer at =
            step instanceof Integer index
                ? spot.at().item(index)
                : spot.at().field(step.toString());
        Scene.Binding binding =
            step instanceof Integer
                ? item(quantified, at)
                : new Scene.Binding.Entry(at, new Node.Text(step.toString(), quantified.span()));
        elements.add(new Draft.Element(spot.draft(), binding));
      }
    }
    return elements;
  }

  private List<Draft> exists(Condition.Exists exists, boolean truth, Draft draft, Scene scene) {
    if (!truth) {
      return List.of(draft);
    }
    List<Draft> drafts = new ArrayList<>();
    // Without a kind it is about Pods, whatever makes them.
    for (String name : exists.kinds().isEmpty() ? List.of("Pod") : exists.kinds()) {
      for (ResourceKind kind : schema.kindsNamed(name)) {
        Pointer at = Pointer.object(draft.objects());
        Draft more = skeleton.object(kind, at, draft);
        Scene inner = scene.with(exists.variable(), new Scene.Binding.At(at));
        drafts.addAll(
            exists.where() == null ? List.of(more) : meet(exists.where(), true, more, inner));
      }
    }
    return drafts;
  }

  private List<Draft> selects(Condition.Selects selects, boolean truth, Draft draft, Scene scene) {
    ValueSolver.Spot labelled = values.spot(selects.labelled(), draft, scene);
    ValueSolver.Spot selector =
        labelled == null ? null : values.spot(selects.selector(), labelled.draft(), scene);
    if (labelled == null || selector == null) {
      return List.of();
    }
    Pointer labels = labelled.at().field("metadata").field("labels");
    Pointer terms =
        selects.selector().type() instanceof ObjectType
            ? selector.at().field("matchLabels")
            : selector.at();
    List<Draft> drafts = new ArrayList<>();
    if (truth) {
      // Every term that is there already has to be met, too.
      Draft selected = selector.draft();
      List<Object> keys = selected.children(terms);
      for (Object key : keys.isEmpty() ? List.<Object>of("app") : keys) {
        Leaf term = selected == null ? null : selected.leaf(terms.field(key.toString()));
        Leaf wanted = term == null ? new Leaf.Text("example") : term;
        selected = demand(selected, terms.field(key.toString()), wanted);
        selected = demand(selected, labels.field(key.toString()), wanted);
      }
      addIfAny(drafts, selected);
      return drafts;
    }
    Leaf one = new Leaf.Text("example");
    Leaf other = new Leaf.Text("another");
    addIfAny(
        drafts,
        demand(demand(selector.draft(), terms.field("app"), other), labels.field("app"), one));
    addIfAny(
        drafts,
        demand(demand(selector.draft(), labels.field("app"), other), terms.field("app"), one));
    addIfAny(drafts, selector.draft().demand(selector.at(), new Leaf.Absent()));
    return drafts;
  }

  private static @Nullable Draft demand(@Nullable Draft draft, Pointer at, Leaf leaf) {
    return draft == null ? null : draft.demand(at, leaf);
  }
}
