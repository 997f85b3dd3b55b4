package dev.bylaw.engine.manifest;

import java.math.BigDecimal;

/**
 * A key as JSON has it, and what it was in Go before that.
 *
 * <p>Two keys of one map with one name and one type are duplicates, and the last wins. With one
 * name and two types, such as {@code 1} and {@code '1'}, they live side by side in Go's map until
 * kubectl writes JSON from it in random order.
 *
 * @param name the key in JSON
 * @param origin what it was, apart from its name
 */
record MapKey(String name, Resolved origin) {
  /** The key of a scalar, or {@link Resolved.Invalid} as its origin and the reason as its name. */
  static MapKey of(Resolved value) {
    return switch (value) {
      case Resolved.Str(String text) -> new MapKey(text, value);
      case Resolved.Int(long number) -> new MapKey(Long.toString(number), value);
      case Resolved.Flag(boolean flag) -> new MapKey(flag ? "true" : "false", value);
      case Resolved.Real(double number) -> new MapKey(name(number), value);
      case Resolved.Nothing _ -> invalid("a key cannot be null");
      case Resolved.Unsigned _ -> invalid("a key cannot be a number as large as this");
      case Resolved.Invalid(String message, _) -> new MapKey(message, value);
    };
  }

  private static MapKey invalid(String message) {
    return new MapKey(message, new Resolved.Invalid(message, "put the key in quotes"));
  }

  boolean isSameIn(MapKey other) {
    return origin.equals(other.origin)
        && !(origin instanceof Resolved.Real(double number) && Double.isNaN(number));
  }

  /** Go's strconv.FormatFloat(value, 'g', -1, 32), which is what kubectl calls. */
  private static String name(double value) {
    float narrow = (float) value;
    if (Float.isNaN(narrow)) {
      return ".nan";
    }
    if (Float.isInfinite(narrow)) {
      return narrow > 0 ? ".inf" : "-.inf";
    }
    if (narrow == 0) {
      return 1 / narrow < 0 ? "-0" : "0";
    }
    BigDecimal shortest = new BigDecimal(Float.toString(narrow)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return shortest.toPlainString();
    }
    String figures = shortest.unscaledValue().abs().toString();
    String mantissa =
        figures.length() == 1 ? figures : figures.charAt(0) + "." + figures.substring(1);
    String power = Integer.toString(Math.abs(exponent));
    return (narrow < 0 ? "-" : "")
        + mantissa
        + (exponent < 0 ? "e-" : "e+")
        + (power.length() < 2 ? "0" + power : power);
  }
}
