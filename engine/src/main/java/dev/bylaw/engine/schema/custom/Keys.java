package dev.bylaw.engine.schema.custom;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Span;
import org.jspecify.annotations.Nullable;

/** Reads what stands under a key, and refuses what is not of the type that belongs there. */
final class Keys {
  private static final String REFUSED =
      "mend the definition: the API server refuses it too, and `kubectl apply --dry-run=server`"
          + " tells why";

  private Keys() {}

  /** The map under a key; null where there is none. */
  static Node.@Nullable Mapping map(Node.Mapping parent, String key) throws MalformedDefinition {
    return switch (parent.get(key)) {
      case Node.Mapping map -> map;
      case Node.Null _ -> null;
      case null -> null;
      case Node other -> throw wrong(key, "a map", other);
    };
  }

  /** The list under a key; null where there is none. */
  static Node.@Nullable Sequence list(Node.Mapping parent, String key) throws MalformedDefinition {
    return switch (parent.get(key)) {
      case Node.Sequence list -> list;
      case Node.Null _ -> null;
      case null -> null;
      case Node other -> throw wrong(key, "a list", other);
    };
  }

  /** The text under a key; null where there is none, or an empty one. */
  static @Nullable String text(Node.Mapping parent, String key) throws MalformedDefinition {
    return switch (parent.get(key)) {
      case Node.Text text -> text.value().isEmpty() ? null : text.value();
      case Node.Null _ -> null;
      case null -> null;
      case Node other -> throw wrong(key, "a string", other);
    };
  }

  /** The boolean under a key; false where there is none. */
  static boolean flag(Node.Mapping parent, String key) throws MalformedDefinition {
    return switch (parent.get(key)) {
      case Node.Bool bool -> bool.value();
      case Node.Null _ -> false;
      case null -> false;
      case Node other -> throw wrong(key, "a boolean", other);
    };
  }

  /** Where to point for what is not there: a whole definition would be no help. */
  private static Span start(Node.Mapping parent) {
    return parent.entries().values().stream()
        .map(Node.Entry::keySpan)
        .findFirst()
        .orElse(parent.span());
  }

  /** What must be there. */
  static <T> T given(@Nullable T value, Node.Mapping parent, String key)
      throws MalformedDefinition {
    if (value == null) {
      throw new MalformedDefinition(start(parent), "`" + key + "` is missing here", REFUSED);
    }
    return value;
  }

  private static MalformedDefinition wrong(String key, String wanted, Node found) {
    return new MalformedDefinition(
        found.span(), "`" + key + "` must be " + wanted + ", but is " + found.described(), REFUSED);
  }
}
