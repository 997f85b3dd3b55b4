package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.value.LabelSelector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code selector selects template}: within one namespace, as a selector of the API never looks
 * into another.
 */
final class Selection {
  /** What it takes to hold labels against a selector, beside each part of the two. */
  private static final int STEPS = 80;

  private final Frame frame;
  private final Reader reader;
  private final Steps steps;

  Selection(Frame frame, Reader reader, Steps steps) {
    this.frame = frame;
    this.reader = reader;
    this.steps = steps;
  }

  boolean selects(Condition.Selects selects) {
    if (!withinOneNamespace(selects)) {
      return false;
    }
    Node selector = reader.read(selects.selector());
    Map<String, String> labels = labels(reader.read(selects.labelled()));
    steps.take(STEPS + labels.size());
    takeForEach(selector);
    boolean object = selects.selector().type() instanceof ObjectType;
    if (object ? LabelSelector.isRefused(selector) : LabelSelector.isRefusedMap(selector)) {
      reader.complain(selects.selector(), "is no label selector that the API server takes");
      return false;
    }
    return object
        ? LabelSelector.selects(selector, labels)
        : LabelSelector.selectsByMap(selector, labels);
  }

  private void takeForEach(@Nullable Node part) {
    steps.take();
    switch (part) {
      case Node.Sequence list -> list.items().forEach(this::takeForEach);
      case Node.Mapping map -> map.entries().values().forEach(entry -> takeForEach(entry.value()));
      case Node.Text text -> steps.takeFor(text.value(), 1);
      case Node.Numeral _, Node.Bool _, Node.Null _ -> {}
      case null -> {}
    }
  }

  boolean withinOneNamespace(Condition.Selects selects) {
    return Objects.equals(namespace(selects.selector()), namespace(selects.labelled()));
  }

  /**
   * The namespace of the object that a value stands in; what names none is taken to go where the
   * others without one go.
   */
  @Nullable String namespace(Value value) {
    return value instanceof Value.Read read
            && read.access().root() instanceof Root.Variable variable
        ? switch (frame.binding(variable.index())) {
          case Frame.Binding.Element element -> namespace(element.list());
          case Frame.Binding.Entry entry -> namespace(entry.map());
          case Frame.Binding.Found found -> found.resource().namespace();
        }
        : frame.resource().namespace();
  }

  /** The labels that an object or template carries, as far as they are texts. */
  static Map<String, String> labels(@Nullable Node labelled) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (labelled instanceof Node.Mapping object
        && object.get("metadata") instanceof Node.Mapping metadata
        && metadata.get("labels") instanceof Node.Mapping map) {
      map.entries()
          .forEach((key, entry) -> {
            if (entry.value() instanceof Node.Text text) {
              labels.put(key, text.value());
            }
          });
    }
    return labels;
  }
}
