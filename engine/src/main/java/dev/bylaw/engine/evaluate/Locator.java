package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.policy.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of a value for a finding. Slow and exact: it runs only where something is wrong.
 */
final class Locator {
  private final Frame frame;

  Locator(Frame frame) {
    this.frame = frame;
  }

  /** Where a value is written, or would be; null for one that the rule itself makes. */
  @Nullable Location of(Value value) {
    return switch (value) {
      case Value.Read read -> of(read.access());
      case Value.Default fallback -> withDefault(of(fallback.value()), of(fallback.fallback()));
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

  Location of(Access access) {
    Location location = start(access.root());
    for (Step step : access.steps()) {
      location =
          switch (step) {
            case Step.Field field -> location.field(field.name());
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
          switch (frame.binding(variable.index())) {
            case Frame.Binding.Element element -> {
              Location list = of(element.list());
              yield list == null ? subject() : list.item(element.index());
            }
            case Frame.Binding.Found found -> found.at();
          };
    };
  }

  static Location ofResource(Resource resource) {
    String prefix = resource.pathPrefix();
    String path = prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return Location.of(path, "", resource.root());
  }

  /** Whether a node is there and is no null. */
  static boolean isPresent(@Nullable Node node) {
    return node != null && !(node instanceof Node.Null);
  }
}
