package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.Duration;
import dev.bylaw.engine.value.ImageReference;
import dev.bylaw.engine.value.Network;
import dev.bylaw.engine.value.Quantity;
import dev.bylaw.engine.value.TimeStamp;

/**
 * Whether a value of a manifest is of the type that the API decodes there. Null fits everywhere:
 * the API takes it for an absent value.
 */
final class Fit {
  private Fit() {}

  /**
   * Looks at the value itself, not at what a list or map holds: that is looked at when it is read.
   */
  static boolean fits(Node node, Type type) {
    if (node instanceof Node.Null) {
      return true;
    }
    return switch (type) {
      case Type.ListType _ -> node instanceof Node.Sequence;
      case Type.MapType _, ObjectType _ -> node instanceof Node.Mapping;
      case Type.EnumType _ -> node instanceof Node.Text;
      case Type.QuantityType _ ->
          node instanceof Node.Numeral
              || (node instanceof Node.Text text && Quantity.parse(text.value()) != null);
      case Type.Scalar scalar ->
          switch (scalar) {
            case BOOLEAN -> node instanceof Node.Bool;
            case INTEGER, SECONDS -> node instanceof Node.Numeral number && isWhole(number);
            case NUMBER -> node instanceof Node.Numeral;
            case INT_OR_STRING ->
                node instanceof Node.Text
                    || (node instanceof Node.Numeral number && isWhole(number));
            case IMAGE ->
                node instanceof Node.Text text && ImageReference.parse(text.value()) != null;
            case DURATION -> node instanceof Node.Text text && Duration.parse(text.value()) != null;
            case NETWORK -> node instanceof Node.Text text && Network.network(text.value()) != null;
            case ADDRESS -> node instanceof Node.Text text && Network.address(text.value()) != null;
            case DATE_TIME ->
                node instanceof Node.Text text && TimeStamp.dayOf(text.value()) != null;
            case STRING,
                BYTES,
                ADDED_CAPABILITY,
                DROPPED_CAPABILITY,
                CAPABILITY,
                VERSION,
                DATE,
                HOST,
                REGEX ->
                node instanceof Node.Text;
            case ANY -> true;
          };
    };
  }

  private static boolean isWhole(Node.Numeral number) {
    return number.value().isWhole();
  }

  /** What a message says is wrong with a value that does not fit. */
  static String complaint(Node node, Type type) {
    if (node instanceof Node.Text && type instanceof Type.QuantityType) {
      return "is no quantity";
    }
    if (node instanceof Node.Text text && type instanceof Type.Scalar scalar) {
      return complaint(text.value(), scalar);
    }
    if (node instanceof Node.Numeral && type == Type.Scalar.INTEGER) {
      return "must be a whole number";
    }
    if (node instanceof Node.Numeral && type == Type.Scalar.SECONDS) {
      return "must be a whole number of seconds";
    }
    if (node instanceof Node.Numeral && type == Type.Scalar.INT_OR_STRING) {
      return "must be a whole number or a string";
    }
    if (type instanceof Type.QuantityType) {
      return "must be a quantity, but is " + node.described();
    }
    return mustBe(type, node.described());
  }

  private static String complaint(String text, Type.Scalar type) {
    return switch (type) {
      case IMAGE -> "is no image reference";
      case DURATION -> "is no duration such as 30s or 1h30m";
      case NETWORK ->
          Network.address(text) == null
              ? "is no network such as 10.0.0.0/8"
              : "is an address without the length of its prefix, such as /32";
      case ADDRESS -> "is no IP address";
      case DATE_TIME -> "is no time such as 2026-01-31T12:00:00Z";
      default -> mustBe(type, "a string");
    };
  }

  private static String mustBe(Type type, String found) {
    return "must be " + type.described() + ", but is " + found;
  }
}
