package dev.bylaw.engine.example;

import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.engine.value.Quantity;
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
