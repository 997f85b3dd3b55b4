package dev.bylaw.engine.code;

import dev.bylaw.engine.value.Decimal;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Java expressions for plain values. */
final class Literals {
  private Literals() {}

  static String text(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append('\\').append((char) ('0' + c / 64 % 8)).append((char) ('0' + c / 8 % 8));
            out.append((char) ('0' + c % 8));
          } else if (c > '~') {
            String hex = Integer.toHexString(c);
            out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  static String decimal(Decimal number) {
    BigDecimal exact = number.toBigDecimal();
    return exact.unscaledValue().bitLength() < Long.SIZE
        ? "Decimal.of(" + exact.unscaledValue() + "L, " + exact.scale() + ")"
        : "Decimal.of(" + made("java.math.BigDecimal", text(exact.toString())) + ")";
  }

  static String constant(Enum<?> constant) {
    return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
  }

  static String texts(List<String> values) {
    return list(values, Literals::text);
  }

  static <T> String list(List<T> values, Function<T, String> each) {
    return "List.of(" + String.join(", ", values.stream().map(each).toList()) + ")";
  }

  /** {@code new NAME(ARGUMENTS)}. */
  static String made(String name, String... arguments) {
    return "new " + name + "(" + String.join(", ", arguments) + ")";
  }
}
