package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.value.Decimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subject that rules are evaluated for just now: an object, perhaps a Pod spec in it, perhaps a
 * container in that, and the variables of the quantifiers around. Values that were read for it are
 * kept until the subject changes.
 */
final class Frame {
  private final @Nullable Node[] values;
  private final int[] stamps;
  private final boolean[] wrong;
  private final boolean[] computed;
  private int clock;
  private int resourceStamp;
  private int podStamp;
  private int containerStamp;

  private @Nullable Resource resource;
  private @Nullable PodSpec pod;
  private @Nullable Container container;
  private final List<@Nullable Binding> variables = new ArrayList<>();

  Frame(List<Access> accesses) {
    int slots = accesses.size();
    values = new Node[slots];
    stamps = new int[slots];
    wrong = new boolean[slots];
    computed = new boolean[slots];
    for (Access access : accesses) {
      computed[access.slot()] = !access.computedOf().isEmpty();
    }
  }

  /**
   * A Pod spec in an object.
   *
   * @param holder the Pod or the template around it, with its metadata
   */
  record PodSpec(Node.Mapping spec, Location at, Node.Mapping holder, Location holderAt) {}

  /**
   * A container in a Pod spec.
   *
   * @param name null if it has none, or none that is a text
   */
  record Container(Node.Mapping node, Location at, @Nullable String name) {}

  /**
   * What a variable stands for: an element of a list or an entry of a map that the rule reads, or
   * something found in the input.
   */
  sealed interface Binding {
    record Element(@Nullable Node node, Value list, int index) implements Binding {}

    record Entry(Node.Entry entry, Value map) implements Binding {}

    /** An object of the input, or the Pod or Pod template in it that {@code at} leads to. */
    record Found(Resource resource, Node.Mapping node, Location at) implements Binding {}
  }

  void enter(Resource next) {
    resource = next;
    pod = null;
    container = null;
    resourceStamp = ++clock;
    variables.clear();
  }

  void enter(PodSpec next) {
    pod = next;
    container = null;
    podStamp = ++clock;
  }

  void enter(Container next) {
    container = next;
    containerStamp = ++clock;
  }

  void leaveContainer() {
    container = null;
  }

  void leave() {
    container = null;
    pod = null;
  }

  Resource resource() {
    return given(resource);
  }

  boolean isInPod() {
    return pod != null;
  }

  PodSpec pod() {
    return given(pod);
  }

  @Nullable Container container() {
    return container;
  }

  void bind(int variable, Binding binding) {
    while (variables.size() <= variable) {
      variables.add(null);
    }
    variables.set(variable, binding);
  }

  Binding binding(int variable) {
    return given(variables.get(variable));
  }

  /** Whether a variable stands for something now. */
  boolean isBound(int variable) {
    return variable < variables.size() && variables.get(variable) != null;
  }

  /** What the variables stand for now, to come back to. */
  List<@Nullable Binding> bindings() {
    return new ArrayList<>(variables);
  }

  void restore(List<@Nullable Binding> bindings) {
    variables.clear();
    variables.addAll(bindings);
  }

  /** The node that a path starts at; null for the variable of an empty element. */
  @Nullable Node start(Root root) {
    return switch (root) {
      case Root.Resource _ -> resource().root();
      case Root.Pod _ -> pod().spec();
      case Root.PodTemplate _ -> pod().holder();
      case Root.Container _ -> given(container).node();
      case Root.Variable variable ->
          switch (binding(variable.index())) {
            case Binding.Element element -> element.node();
            case Binding.Entry entry -> entry.entry().value();
            case Binding.Found found -> found.node();
          };
      case Root.Key key ->
          switch (binding(key.index())) {
            case Binding.Entry entry -> keyOf(entry);
            case Binding.Element element -> positionOf(element);
            case Binding.Found _ ->
                throw new IllegalStateException("a rule reads the key of what has none");
          };
    };
  }

  /** A number that no manifest has written; it stands where the element does. */
  private Node.Numeral positionOf(Binding.Element element) {
    Node place = element.node() == null ? resource().root() : element.node();
    return new Node.Numeral(Decimal.of(element.index()), place.span());
  }

  static Node.Text keyOf(Binding.Entry entry) {
    return new Node.Text(entry.entry().key(), entry.entry().keySpan());
  }

  /** Whether the value of a path is kept from an earlier reading for this subject. */
  boolean isKept(Access access) {
    int stamp = stampOf(access);
    return stamp != 0 && stamps[access.slot()] == stamp;
  }

  @Nullable Node kept(Access access) {
    return values[access.slot()];
  }

  /** Whether what was read there was of the wrong type, and so counts as absent. */
  boolean isWrong(Access access) {
    return wrong[access.slot()];
  }

  void keep(Access access, @Nullable Node value, boolean isWrong) {
    int stamp = stampOf(access);
    if (stamp != 0) {
      values[access.slot()] = value;
      wrong[access.slot()] = isWrong;
      stamps[access.slot()] = stamp;
    }
  }

  /** The stamp of what was entered last of all that the value depends on. */
  private int stampOf(Access access) {
    int stamp = stampOf(access.root());
    if (computed[access.slot()]) {
      for (Access part : access.computedOf()) {
        int other = stampOf(part);
        stamp = stamp == 0 || other == 0 ? 0 : Math.max(stamp, other);
      }
    }
    return stamp;
  }

  /**
   * 0 for a variable, whose values change with every element. A slot that was never read holds 0
   * too, and stamps start at 1.
   */
  private int stampOf(Root root) {
    return switch (root) {
      case Root.Resource _ -> resourceStamp;
      case Root.Pod _, Root.PodTemplate _ -> podStamp;
      case Root.Container _ -> containerStamp;
      case Root.Variable _, Root.Key _ -> 0;
    };
  }

  private static <T> T given(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a rule reads what its subject does not have");
    }
    return value;
  }
}
