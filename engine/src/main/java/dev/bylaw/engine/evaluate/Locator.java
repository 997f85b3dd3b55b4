package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.policy.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of a value for a finding. Slow and exact: it runs only where something is wrong.
 */
final class Locator {
  private final Frame frame;
  private final HeldCapabilities held;
  private final SchemaProblems problems;

  Locator(Frame frame, HeldCapabilities held, SchemaProblems problems) {
    this.frame = frame;
    this.held = held;
    this.problems = problems;
  }

  /** Where a value is written, or would be; null for one that the rule itself makes. */
  @Nullable Location of(Value value) {
    return switch (value) {
      case Value.Read read -> of(read.access());
      case Value.Default fallback -> withDefault(of(fallback.value()), of(fallback.fallback()));
      case Value.Part part ->
          isPresent(of(part.whole().access()).node())
              ? of(part.part())
              : withDefault(of(part.part()), of(part.otherwise()));
      case Value.EffectiveCapabilities effective -> {
        Location privileged = of(effective.privileged().access());
        yield privileged.node() instanceof Node.Bool bool && bool.value()
            ? privileged
            : of(effective.drop());
      }
      case Value.SchemaProblems _ -> ofResource(frame.resource());
      case Value.Count count -> of(count.list());
      case Value.Constant _, Value.Items _, Value.Truth _ -> null;
    };
  }

  /** The value that counts; where neither is there, the one that could be written. */
  private static @Nullable Location withDefault(
      @Nullable Location value, @Nullable Location fallback) {
    boolean counts =
        value == null || isPresent(value.node()) || fallback == null || !isPresent(fallback.node());
    return counts ? value : fallback;
  }

  /** Where the item of a list is written; of a capability that a container holds, its cause. */
  Location item(Value list, int index) {
    if (list instanceof Value.EffectiveCapabilities effective) {
      return cause(held(effective).get(index));
    }
    if (list instanceof Value.SchemaProblems) {
      return problems().get(index).at();
    }
    Location at = of(list);
    return at == null ? subject() : at.item(index);
  }

  List<SchemaProblems.Problem> problems() {
    return problems.of(frame.resource());
  }

  List<HeldCapabilities.Held> held(Value.EffectiveCapabilities effective) {
    return held.of(effective, read -> of(read.access()).node());
  }

  Location cause(HeldCapabilities.Held held) {
    Location cause = of(held.cause().access());
    return held.entry() == null ? cause : cause.item(held.entry());
  }

  Location of(Access access) {
    Location location = start(access.root());
    for (Step step : access.steps()) {
      location =
          switch (step) {
            case Step.Field field -> location.field(field.name());
            case Step.ComputedKey computed -> {
              String key = keyOf(computed);
              yield key == null ? location : location.field(key);
            }
            case Step.Item item -> location.item(item.index());
            // A part of an image has no place of its own: the reference is one value.
            case Step.ImagePart _ -> location;
          };
    }
    return location;
  }

  /** The container, Pod spec or object that the rules are evaluated for. */
  Location subject() {
    Frame.Container container = frame.container();
    if (container != null) {
      return container.at();
    }
    return frame.isInPod() ? frame.pod().at() : ofResource(frame.resource());
  }

  Location start(Root root) {
    return switch (root) {
      case Root.Resource _ -> ofResource(frame.resource());
      case Root.Pod _ -> frame.pod().at();
      case Root.PodTemplate _ -> frame.pod().holderAt();
      case Root.Container _ -> subject();
      case Root.Variable variable ->
          frame.binding(variable.index()) instanceof Frame.Binding.Entry entry
              ? valueOf(entry)
              : of(frame.binding(variable.index()));
      case Root.Key key -> of(frame.binding(key.index()));
    };
  }

  private Location valueOf(Frame.Binding.Entry entry) {
    Location map = of(entry.map());
    return map == null ? subject() : map.field(entry.entry().key());
  }

  /** The key that is put together; null where a part of it is absent. */
  @Nullable String keyOf(Step.ComputedKey computed) {
    StringBuilder key = new StringBuilder();
    for (Access.KeyPart part : computed.parts()) {
      switch (part) {
        case Access.KeyPart.Literal literal -> key.append(literal.text());
        case Access.KeyPart.Path path -> {
          if (!(of(path.access()).node() instanceof Node.Text text)) {
            return null;
          }
          key.append(text.value());
        }
      }
    }
    return key.toString();
  }

  /** Where an element is written; of an entry the key, which has the path of the entry. */
  Location of(Frame.Binding binding) {
    return switch (binding) {
      case Frame.Binding.Element element -> item(element.list(), element.index());
      case Frame.Binding.Entry entry -> valueOf(entry).at(Frame.keyOf(entry));
      case Frame.Binding.Found found -> found.at();
    };
  }

  static Location ofResource(Resource resource) {
    String prefix = resource.pathPrefix();
    String path = prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return Location.of(path, resource.root());
  }

  /** Whether a node is there and is no null. */
  static boolean isPresent(@Nullable Node node) {
    return node != null && !(node instanceof Node.Null);
  }
}
