package dev.bylaw.schemagen;

import java.util.List;

/**
 * The type of a field, as the index stores it: {@code dev.bylaw.engine.type.Type} with names for
 * objects.
 */
sealed interface FieldType {
  /** A constant of {@code Type.Scalar}. */
  record Scalar(String name) implements FieldType {}

  record Enumeration(List<String> values) implements FieldType {}

  /** With a constant of {@code Type.Dimension}. */
  record Quantity(String dimension) implements FieldType {}

  record ListOf(FieldType element) implements FieldType {}

  record MapOf(FieldType value) implements FieldType {}

  record Reference(ModelName model) implements FieldType {}

  static FieldType string() {
    return new Scalar("STRING");
  }

  static FieldType anyQuantity() {
    return new Quantity("UNKNOWN");
  }

  /** What is left when lists and maps are taken off. */
  default FieldType leaf() {
    return switch (this) {
      case ListOf(FieldType element) -> element.leaf();
      case MapOf(FieldType value) -> value.leaf();
      case Scalar scalar -> scalar;
      case Enumeration enumeration -> enumeration;
      case Quantity quantity -> quantity;
      case Reference reference -> reference;
    };
  }

  /** The same lists and maps around another leaf. */
  default FieldType withLeaf(FieldType leaf) {
    return switch (this) {
      case ListOf(FieldType element) -> new ListOf(element.withLeaf(leaf));
      case MapOf(FieldType value) -> new MapOf(value.withLeaf(leaf));
      case Scalar _, Enumeration _, Quantity _, Reference _ -> leaf;
    };
  }
}
