package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import org.jspecify.annotations.Nullable;

/** Which types compare with which, and as what. */
final class Comparisons {
  private Comparisons() {}

  /** As what values of two types are compared, or null if they are not. */
  static @Nullable Comparison between(Type left, Type right) {
    Comparison one = of(left);
    Comparison other = of(right);
    if (one == null || other == null) {
      return null;
    }
    if (left == Scalar.SECONDS || right == Scalar.SECONDS) {
      return seconds(left == Scalar.SECONDS ? right : left);
    }
    if (left == Scalar.ANY) {
      return other;
    }
    if (right == Scalar.ANY || one == other) {
      return dimensionsDiffer(left, right) ? null : one;
    }
    if (isPair(one, other, Comparison.NUMBER, Comparison.QUANTITY)) {
      return Comparison.QUANTITY;
    }
    if (one == Comparison.INT_OR_STRING || other == Comparison.INT_OR_STRING) {
      Comparison third = one == Comparison.INT_OR_STRING ? other : one;
      return third == Comparison.NUMBER || third == Comparison.TEXT
          ? Comparison.INT_OR_STRING
          : null;
    }
    if (isPair(one, other, Comparison.HOST, Comparison.TEXT)) {
      return Comparison.HOST;
    }
    if (isTextOf(left, right, Comparison.DURATION)) {
      return Comparison.DURATION;
    }
    if (isTextOf(left, right, Comparison.NETWORK)) {
      return Comparison.NETWORK;
    }
    return isPair(one, other, Comparison.IMAGE, Comparison.TEXT) ? Comparison.IMAGE : null;
  }

  /** A plain number counts as seconds, and a quantity never does. */
  private static @Nullable Comparison seconds(Type other) {
    if (other == Scalar.DURATION) {
      return Comparison.DURATION;
    }
    return other == Scalar.ANY || of(other) == Comparison.NUMBER ? Comparison.NUMBER : null;
  }

  /**
   * Whether one is compared as this and the other is a string, as custom kinds often declare what
   * they read as more.
   */
  private static boolean isTextOf(Type left, Type right, Comparison comparison) {
    return (left == Scalar.STRING && of(right) == comparison)
        || (right == Scalar.STRING && of(left) == comparison);
  }

  private static boolean isPair(Comparison one, Comparison other, Comparison a, Comparison b) {
    return (one == a && other == b) || (one == b && other == a);
  }

  private static boolean dimensionsDiffer(Type left, Type right) {
    return left instanceof Type.QuantityType(Type.Dimension a)
        && right instanceof Type.QuantityType(Type.Dimension b)
        && a != b
        && a != Type.Dimension.UNKNOWN
        && b != Type.Dimension.UNKNOWN;
  }

  private static @Nullable Comparison of(Type type) {
    return switch (type) {
      case Type.EnumType _ -> Comparison.TEXT;
      case Type.QuantityType _ -> Comparison.QUANTITY;
      case Type.ListType _, Type.MapType _, dev.bylaw.engine.type.ObjectType _ -> null;
      case Scalar scalar ->
          switch (scalar) {
            case BOOLEAN -> Comparison.BOOLEAN;
            case HOST -> Comparison.HOST;
            case REGEX -> null;
            case INTEGER, NUMBER, SECONDS -> Comparison.NUMBER;
            case STRING, BYTES, ANY -> Comparison.TEXT;
            case INT_OR_STRING -> Comparison.INT_OR_STRING;
            case IMAGE -> Comparison.IMAGE;
            case DURATION -> Comparison.DURATION;
            case NETWORK, ADDRESS -> Comparison.NETWORK;
            case DATE, DATE_TIME -> Comparison.DATE;
            case VERSION -> Comparison.VERSION;
            case ADDED_CAPABILITY, DROPPED_CAPABILITY, CAPABILITY -> Comparison.TEXT;
          };
    };
  }

  /**
   * As what {@code <} and its like compare two values; null if they have no order. A text where a
   * number may stand has none: it is read as what would break the rule.
   *
   * @param truthIsBad whether the rule is broken the sooner the comparison holds
   */
  static @Nullable Comparison ordered(Type left, Type right, boolean truthIsBad) {
    Comparison comparison = between(left, right);
    return switch (comparison) {
      case NUMBER, QUANTITY, DURATION, DATE, VERSION -> comparison;
      case INT_OR_STRING ->
          of(left) == Comparison.TEXT || of(right) == Comparison.TEXT
              ? null
              : truthIsBad ? Comparison.NUMBER_IF_POSSIBLE : Comparison.NUMBER_IF_CERTAIN;
      case BOOLEAN, TEXT, IMAGE, HOST, NETWORK, NUMBER_IF_CERTAIN, NUMBER_IF_POSSIBLE -> null;
      case null -> null;
    };
  }
}
