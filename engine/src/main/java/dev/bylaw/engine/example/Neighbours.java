package dev.bylaw.engine.example;

import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.Day;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.engine.value.Duration;
import dev.bylaw.engine.value.Quantity;
import dev.bylaw.engine.value.TimeStamp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values beside a value: it, what is just below and above it, and ordinary ones. */
final class Neighbours {
  private Neighbours() {}

  static List<Leaf> of(Leaf pivot, Type type) {
    BigDecimal seconds = seconds(pivot);
    if (seconds != null) {
      // An ordinary text is no duration, and would break more than the rule.
      return List.of(
          pivot,
          inSeconds(seconds.subtract(BigDecimal.ONE)),
          inSeconds(seconds.add(BigDecimal.ONE)));
    }
    String day = pivot instanceof Leaf.Text text ? TimeStamp.dayOf(text.value()) : null;
    if (day != null) {
      return List.of(pivot, onDay(Day.before(day)), onDay(Day.after(day)));
    }
    Set<Leaf> near = new LinkedHashSet<>();
    near.add(pivot);
    near.addAll(Samples.of(type));
    BigDecimal amount = amount(pivot);
    if (amount != null && !(type instanceof Type.EnumType) && type != Type.Scalar.STRING) {
      near.add(beside(amount.subtract(BigDecimal.ONE), type));
      near.add(beside(amount.add(BigDecimal.ONE), type));
    }
    switch (pivot) {
      case Leaf.Bool bool -> near.add(new Leaf.Bool(!bool.value()));
      case Leaf.Text _, Leaf.Numeral _, Leaf.EmptyMap _, Leaf.EmptyList _, Leaf.Absent _ -> {}
    }
    return new ArrayList<>(near);
  }

  /**
   * A literal of a rule as a manifest writes it at a place of this type: a duration has its unit
   * there, unless the field is one of seconds, and a day its hour.
   */
  static Leaf written(Leaf literal, Comparison comparison, Type type) {
    if (literal instanceof Leaf.Text day && type == Type.Scalar.DATE_TIME) {
      return onDay(day.value());
    }
    return literal instanceof Leaf.Numeral number
            && comparison == Comparison.DURATION
            && type != Type.Scalar.SECONDS
        ? inSeconds(number.value())
        : literal;
  }

  private static Leaf onDay(String day) {
    return new Leaf.Text(day + "T00:00:00Z");
  }

  private static Leaf inSeconds(BigDecimal seconds) {
    return new Leaf.Text(seconds.toPlainString() + "s");
  }

  /** Of a text that is a duration and no quantity; else null. */
  private static @Nullable BigDecimal seconds(Leaf leaf) {
    Decimal seconds =
        leaf instanceof Leaf.Text text && Quantity.parse(text.value()) == null
            ? Duration.parse(text.value())
            : null;
    return seconds == null ? null : seconds.toBigDecimal();
  }

  private static Leaf beside(BigDecimal amount, Type type) {
    return type instanceof Type.QuantityType
        ? new Leaf.Text(amount.toPlainString())
        : new Leaf.Numeral(amount);
  }

  private static @Nullable BigDecimal amount(Leaf leaf) {
    return switch (leaf) {
      case Leaf.Numeral number -> number.value();
      case Leaf.Text text -> {
        Decimal amount = Quantity.parse(text.value());
        yield amount == null ? null : amount.toBigDecimal();
      }
      case Leaf.Bool _, Leaf.EmptyMap _, Leaf.EmptyList _, Leaf.Absent _ -> null;
    };
  }
}
