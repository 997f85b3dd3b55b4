package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Node;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a manifest in a message. */
final class Rendering {
  private Rendering() {}

  /** A text as it is, a list in brackets, an object by its name. */
  static String of(@Nullable Node node) {
    return switch (node) {
      case null -> "not set";
      case Node.Text text -> text.value();
      case Node.Numeral number -> number.value().toString();
      case Node.Bool bool -> bool.value() ? "true" : "false";
      case Node.Null _ -> "null";
      case Node.Sequence list ->
          list.items().stream().map(Rendering::of).collect(Collectors.joining(", ", "[", "]"));
      case Node.Mapping map ->
          map.get("name") instanceof Node.Text name
              ? name.value()
              : "{" + String.join(", ", map.entries().keySet()) + "}";
    };
  }
}
