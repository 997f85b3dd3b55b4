package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.value.Decimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a map that a tool wrote, each of the type that it must have. */
record Fields(Node.Mapping map) {
  private static final Decimal MOST = Decimal.of(Long.MAX_VALUE);

  /** Null if it is absent or null. */
  @Nullable Node get(String key) {
    Node value = map.get(key);
    return value instanceof Node.Null ? null : value;
  }

  String text(String key) {
    return switch (get(key)) {
      case Node.Text text -> text.value();
      case null -> "";
      case Node other -> throw wrong(key, other, "a string");
    };
  }

  /** A whole number from 0; another one, or none, gives the alternative. */
  long count(String key, long absent) {
    return switch (get(key)) {
      case Node.Numeral number when isCount(number.value()) ->
          number.value().toBigDecimal().longValue();
      case Node.Bool bool -> bool.value() ? 1 : 0;
      case null -> absent;
      case Node other -> throw wrong(key, other, "a whole number");
    };
  }

  private static boolean isCount(Decimal value) {
    return !value.isNegative() && value.isWhole() && value.compareTo(MOST) <= 0;
  }

  /** Null if it is absent. */
  @Nullable Boolean truth(String key) {
    return switch (get(key)) {
      case Node.Bool bool -> bool.value();
      case null -> null;
      case Node other -> throw wrong(key, other, "true or false");
    };
  }

  /** The maps of a list; none if it is absent. */
  List<Node.Mapping> maps(String key) {
    return switch (get(key)) {
      case Node.Sequence list -> list.items().stream().map(item -> mapping(key, item)).toList();
      case null -> List.of();
      case Node other -> throw wrong(key, other, "a list");
    };
  }

  /** An empty map if it is absent. */
  Fields fields(String key) {
    Node value = get(key);
    return new Fields(value == null ? new Node.Mapping(Map.of(), map.span()) : mapping(key, value));
  }

  private static Node.Mapping mapping(String key, Node value) {
    if (value instanceof Node.Mapping map) {
      return map;
    }
    throw wrong(key, value, "a map");
  }

  Word word(String key) {
    Node value = get(key);
    return new Word(text(key), value == null ? map.span() : value.span());
  }

  private static Misread wrong(String key, Node value, String expected) {
    return new Misread(
        value.span(), "`" + key + "` must be " + expected + ", but is " + value.described(), null);
  }
}
