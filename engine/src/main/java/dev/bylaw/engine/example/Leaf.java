package dev.bylaw.engine.example;

import dev.bylaw.engine.manifest.Node;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a draft says of a place. */
sealed interface Leaf {
  record Text(String value) implements Leaf {}

  record Numeral(BigDecimal value) implements Leaf {}

  record Bool(boolean value) implements Leaf {}

  /** A map or object of which nothing is set. */
  record EmptyMap() implements Leaf {}

  record EmptyList() implements Leaf {}

  /** Nothing is there, and nothing must come there. */
  record Absent() implements Leaf {}

  static Leaf number(long value) {
    return new Numeral(BigDecimal.valueOf(value));
  }

  /** The literal of a rule as a leaf; null for a list or map, which is more than one leaf. */
  static @Nullable Leaf of(Node node) {
    return switch (node) {
      case Node.Text text -> new Text(text.value());
      case Node.Numeral number -> new Numeral(number.value().toBigDecimal());
      case Node.Bool bool -> new Bool(bool.value());
      case Node.Null _ -> new Absent();
      case Node.Sequence _, Node.Mapping _ -> null;
    };
  }
}
