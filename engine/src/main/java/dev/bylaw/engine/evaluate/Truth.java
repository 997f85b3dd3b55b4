package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.CapabilityName;
import dev.bylaw.engine.capability.CapabilitySet;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.FilePath;
import dev.bylaw.engine.value.Glob;
import dev.bylaw.engine.value.ImagePattern;
import dev.bylaw.engine.value.ImageReference;
import dev.bylaw.grammar.tree.Expr.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether a condition holds for the subject of the frame. The only place that does. */
final class Truth {
  /** What it takes to go on to the next element, beside what is asked of it. */
  private static final int ELEMENT = 4;

  /** What it takes to hold an image against one pattern. */
  private static final int PATTERN = 20;

  private final Frame frame;
  private final Reader reader;
  private final Patterns patterns;
  private final Search input;
  private final @Nullable Recorder recorder;
  private final Steps steps;

  /**
   * @param recorder is told every decision; null costs nothing
   */
  Truth(
      Frame frame,
      Reader reader,
      Patterns patterns,
      Search input,
      @Nullable Recorder recorder,
      Steps steps) {
    this.frame = frame;
    this.reader = reader;
    this.patterns = patterns;
    this.input = input;
    this.recorder = recorder;
    this.steps = steps;
  }

  boolean holds(Condition condition) {
    steps.take();
    boolean holds = decide(condition);
    if (recorder != null) {
      recorder.decided(condition, holds);
    }
    return holds;
  }

  private boolean decide(Condition condition) {
    return switch (condition) {
      case Condition.Constant constant -> constant.value();
      case Condition.Parametric parametric -> holds(parametric.condition());
      case Condition.And and -> {
        for (Condition operand : and.operands()) {
          if (!holds(operand)) {
            yield false;
          }
        }
        yield true;
      }
      case Condition.Or or -> {
        for (Condition operand : or.operands()) {
          if (holds(operand)) {
            yield true;
          }
        }
        yield false;
      }
      case Condition.Not not -> !holds(not.operand());
      case Condition.Holds holds ->
          reader.read(holds.value()) instanceof Node.Bool bool && bool.value();
      case Condition.Absent absent -> reader.isAbsent(absent.value());
      case Condition.Compare compare -> compare(compare);
      case Condition.In in -> in(in);
      case Condition.Contains contains -> contains(contains);
      case Condition.ContainsCapability contains -> containsCapability(contains);
      case Condition.IsCapability is ->
          reader.read(is.value()) instanceof Node.Text name && isOneOf(name, is);
      case Condition.Like like -> {
        String text = text(like.value());
        yield text != null && like(like.glob(), text);
      }
      case Condition.Matches matches -> {
        String text = text(matches.value());
        yield text != null && patterns.matches(matches.pattern(), text, steps);
      }
      case Condition.From from -> from(from);
      case Condition.Under under -> under(under);
      case Condition.SharesCapability shares ->
          (shares.operator() != Operator.CONTAINS_ALL_OF || allMean(shares.items()))
              && containsCapability(constant(shares));
      case Condition.KnownCapability is ->
          // What is no text is complained about, and is no name, known or misspelt.
          reader.read(is.value()) instanceof Node.Text name
              && CapabilityName.added(name.value()).known() == is.known();
      case Condition.Quantified quantified -> quantified(quantified);
      case Condition.Exists exists -> exists(exists);
      case Condition.Selects selects -> new Selection(frame, reader, steps).selects(selects);
    };
  }

  private boolean like(String glob, String text) {
    steps.takeFor(text, glob.length());
    return Glob.matches(glob, text);
  }

  /** The text of a value, or of a number where numbers and texts are allowed. */
  private @Nullable String text(Value value) {
    return switch (reader.read(value)) {
      case Node.Text text -> text.value();
      case Node.Numeral number -> number.value().toString();
      case null, default -> null;
    };
  }

  private boolean compare(Condition.Compare compare) {
    Node left = reader.read(compare.left());
    Node right = reader.read(compare.right());
    if (left == null || right == null) {
      return false;
    }
    steps.take(Comparing.steps(compare.comparison()));
    complainOf(compare.left(), left, compare.comparison());
    complainOf(compare.right(), right, compare.comparison());
    if (compare.operator() == Operator.EQUAL) {
      return Comparing.equal(left, right, compare.comparison());
    }
    Integer order = Comparing.order(left, right, compare.comparison());
    if (order == null) {
      return compare.comparison() == Comparison.NUMBER_IF_POSSIBLE;
    }
    return switch (compare.operator()) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
      default -> throw new IllegalStateException("no comparison: " + compare.operator());
    };
  }

  private static @Nullable ImageReference image(Node node) {
    return node instanceof Node.Text text ? ImageReference.parse(text.value()) : null;
  }

  private boolean in(Condition.In in) {
    Node value = reader.read(in.value());
    if (value == null) {
      return false;
    }
    List<Node> items = reader.elements(in.list());
    complainOf(in.value(), value, in.comparison());
    items.forEach(item -> complainOf(in.list(), item, in.comparison()));
    return in.comparison() == Comparison.NETWORK
        ? Comparing.isWithin(value, items)
        : isOneOf(value, items, in.comparison());
  }

  /**
   * What the schema calls no more than a text, the rule reads as more: what cannot be read so is
   * told, or it would pass unseen.
   */
  private void complainOf(Value value, Node node, Comparison comparison) {
    Type type = value.type() instanceof Type.ListType(Type element) ? element : value.type();
    boolean unread = type == Type.Scalar.STRING || type == Type.Scalar.ANY;
    String problem = unread ? Comparing.problem(node, comparison) : null;
    if (problem != null) {
      reader.complain(value, problem);
    }
  }

  private boolean contains(Condition.Contains contains) {
    List<Node> elements = reader.elements(contains.list());
    List<Node> items = items(contains);
    elements.forEach(element -> complainOf(contains.list(), element, contains.comparison()));
    return switch (contains.operator()) {
      case CONTAINS_ANY_OF ->
          elements.stream().anyMatch(element -> isOneOf(element, items, contains.comparison()));
      case CONTAINS_ONLY ->
          elements.stream().allMatch(element -> isOneOf(element, items, contains.comparison()));
      case CONTAINS_ALL_OF ->
          items.stream().allMatch(item -> isOneOf(item, elements, contains.comparison()));
      default -> throw new IllegalStateException("does not contain: " + contains.operator());
    };
  }

  /** Whether some item is the same as the element. */
  boolean isOneOf(Node element, List<Node> items, Comparison comparison) {
    steps.take((long) items.size() * Comparing.steps(comparison));
    if (element instanceof Node.Text text) {
      steps.takeFor(text.value(), items.size());
    }
    return Comparing.isOneOf(element, items, comparison);
  }

  List<Node> items(Condition.Contains contains) {
    Node node = reader.read(contains.items());
    return node instanceof Node.Sequence sequence
        ? sequence.items()
        : node == null ? List.of() : List.of(node);
  }

  private boolean containsCapability(Condition.ContainsCapability contains) {
    List<Node> elements = reader.elements(contains.list());
    CapabilitySet items = contains.items();
    boolean dropped = isDropped(contains.list());
    return switch (contains.operator()) {
      case CONTAINS_ANY_OF ->
          elements.stream().anyMatch(element -> touches(element, items, dropped));
      case CONTAINS_ONLY ->
          elements.stream().allMatch(element -> staysWithin(element, items, dropped));
      case CONTAINS_ALL_OF ->
          items.names().stream().allMatch(name -> isThere(name, elements, dropped));
      default -> throw new IllegalStateException("does not contain: " + contains.operator());
    };
  }

  /** Of each capability that a rule wants in a list, whether it is there. */
  Map<String, Boolean> wanted(Condition.ContainsCapability contains) {
    List<Node> elements = reader.elements(contains.list());
    boolean dropped = isDropped(contains.list());
    Map<String, Boolean> wanted = new LinkedHashMap<>();
    contains.items().names().forEach(name -> wanted.put(name, isThere(name, elements, dropped)));
    return wanted;
  }

  private static boolean isThere(String name, List<Node> elements, boolean dropped) {
    CapabilitySet one = CapabilitySet.of(List.of(name));
    return elements.stream().anyMatch(element -> touches(element, one, dropped));
  }

  static boolean isDropped(Value list) {
    return list.type() instanceof Type.ListType(Type element)
        && element == Type.Scalar.DROPPED_CAPABILITY;
  }

  /**
   * Whether a name of the manifest is, or may be, one of these: for {@code drop} if every runtime
   * takes one of them away for it, for {@code add} if some runtime grants one of them for it.
   */
  static boolean touches(Node element, CapabilitySet items, boolean dropped) {
    if (!(element instanceof Node.Text text)) {
      return false;
    }
    CapabilityName name = read(text, dropped);
    if (isAll(name) && items.all()) {
      return true;
    }
    for (Capability capability : items.capabilities()) {
      if (name.capabilities().contains(capability)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name of the manifest stands for these and nothing else, whatever the runtime. */
  static boolean staysWithin(Node element, CapabilitySet items, boolean dropped) {
    if (!(element instanceof Node.Text text)) {
      return false;
    }
    CapabilityName name = read(text, dropped);
    // What some runtime drops nothing for is none of these on it.
    return name.known()
        && !name.capabilities().isEmpty()
        && (isAll(name) ? items.all() : items.capabilities().containsAll(name.capabilities()));
  }

  private static CapabilityName read(Node.Text text, boolean dropped) {
    return dropped ? CapabilityName.dropped(text.value()) : CapabilityName.added(text.value());
  }

  /** No single name stands for more than one capability but ALL. */
  static boolean isAll(CapabilityName name) {
    return name.capabilities().size() > 1;
  }

  private static boolean isOneOf(Node.Text name, Condition.IsCapability is) {
    boolean dropped = is.value().type() == Type.Scalar.DROPPED_CAPABILITY;
    boolean strict = is.certain() && !dropped;
    return strict ? staysWithin(name, is.items(), false) : touches(name, is.items(), dropped);
  }

  private boolean from(Condition.From from) {
    Node node = reader.read(from.image());
    ImageReference image = node == null ? null : image(node);
    if (image == null) {
      return false;
    }
    Node patterns = reader.read(from.patterns());
    steps.take(PATTERN * (patterns instanceof Node.Sequence list ? (long) list.items().size() : 1));
    return switch (patterns) {
      case Node.Text pattern -> ImagePattern.from(image, pattern.value());
      case Node.Sequence list ->
          list.items().stream()
              .anyMatch(item ->
                  item instanceof Node.Text pattern && ImagePattern.from(image, pattern.value()));
      case null, default -> false;
    };
  }

  private boolean under(Condition.Under under) {
    String path = text(under.path());
    if (path == null) {
      return false;
    }
    return switch (reader.read(under.roots())) {
      case Node.Text root -> FilePath.isUnder(path, root.value());
      case Node.Sequence roots ->
          roots.items().stream()
              .anyMatch(
                  item -> item instanceof Node.Text root && FilePath.isUnder(path, root.value()));
      case null, default -> false;
    };
  }

  /** Whether each name stands for something: nothing contains one that does not. */
  private boolean allMean(Value names) {
    boolean dropped = isDropped(names);
    return reader.elements(names).stream()
        .allMatch(item ->
            item instanceof Node.Text text && !read(text, dropped).capabilities().isEmpty());
  }

  /** The condition with the names that the list on the right has in this manifest. */
  Condition.ContainsCapability constant(Condition.SharesCapability shares) {
    boolean dropped = isDropped(shares.items());
    List<String> names = new ArrayList<>();
    for (Node item : reader.elements(shares.items())) {
      CapabilityName name =
          item instanceof Node.Text text ? read(text, dropped) : CapabilityName.added("");
      if (!name.capabilities().isEmpty()) {
        names.add(isAll(name) ? "ALL" : name.capabilities().iterator().next().name());
      }
    }
    return new Condition.ContainsCapability(
        shares.list(), shares.operator(), CapabilitySet.of(names), shares.span());
  }

  private boolean quantified(Condition.Quantified quantified) {
    for (Frame.Binding each : reader.each(quantified)) {
      steps.take(ELEMENT);
      frame.bind(quantified.variable(), each);
      if (quantified.where() != null && !holds(quantified.where())) {
        continue;
      }
      boolean holds = holds(quantified.condition());
      switch (quantified.quantifier()) {
        case ANY -> {
          if (holds) {
            return true;
          }
        }
        case ALL -> {
          if (!holds) {
            return false;
          }
        }
        case NO -> {
          if (holds) {
            return false;
          }
        }
      }
    }
    return switch (quantified.quantifier()) {
      case ANY -> false;
      case ALL, NO -> true;
    };
  }

  private boolean exists(Condition.Exists exists) {
    for (Frame.Binding.Found found : exists.isOfPods() ? input.pods() : input.of(exists.kinds())) {
      steps.take(ELEMENT);
      frame.bind(exists.variable(), found);
      if (exists.where() == null || holds(exists.where())) {
        return true;
      }
    }
    return false;
  }
}
