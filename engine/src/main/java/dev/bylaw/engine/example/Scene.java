package dev.bylaw.engine.example;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a subject stand in a draft, as the frame of an evaluation knows it for a
 * manifest.
 *
 * @param holder the Pod or Pod template
 * @param variables what the variables of the quantifiers around stand for, by their index
 */
record Scene(
    Pointer resource,
    @Nullable Pointer holder,
    @Nullable Pointer pod,
    @Nullable Pointer container,
    List<Binding> variables) {
  Scene {
    variables = List.copyOf(variables);
  }

  /** What a variable stands for. */
  sealed interface Binding {
    record At(Pointer pointer) implements Binding {}

    /** An entry of a map, by its key. */
    record Item(Pointer pointer, Node.Numeral position) implements Binding {}

    record Entry(Pointer pointer, Node.Text key) implements Binding {}

    /** An element of a list that the rule itself writes. */
    record Literal(Node node) implements Binding {}
  }

  Scene with(int variable, Binding binding) {
    List<Binding> more = new ArrayList<>(variables);
    while (more.size() <= variable) {
      more.add(binding);
    }
    more.set(variable, binding);
    return new Scene(resource, holder, pod, container, more);
  }

  /** Where a path starts; null if that is no place of the draft. */
  @Nullable Pointer start(Access.Root root) {
    return switch (root) {
      case Access.Root.Resource _ -> resource;
      case Access.Root.PodTemplate _ -> holder;
      case Access.Root.Pod _ -> pod;
      case Access.Root.Container _ -> container;
      case Access.Root.Variable variable ->
          switch (variables.get(variable.index())) {
            case Binding.At at -> at.pointer();
            case Binding.Item item -> item.pointer();
            case Binding.Entry entry -> entry.pointer();
            case Binding.Literal _ -> null;
          };
      case Access.Root.Key _ -> null;
    };
  }

  /**
   * The literal that a variable stands for, the key of an entry, or the position of an element;
   * null if the path is to something else.
   */
  @Nullable Node literal(Access access) {
    if (access.root() instanceof Access.Root.Key key) {
      return switch (variables.get(key.index())) {
        case Binding.Entry entry -> entry.key();
        case Binding.Item item -> item.position();
        case Binding.At _, Binding.Literal _ -> null;
      };
    }
    return access.root() instanceof Access.Root.Variable variable
            && access.steps().isEmpty()
            && variables.get(variable.index()) instanceof Binding.Literal literal
        ? literal.node()
        : null;
  }
}
