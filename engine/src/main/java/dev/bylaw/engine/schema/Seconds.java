package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import java.util.List;

/**
 * Tells the fields that hold a number of seconds by their names. The conventions of the Kubernetes
 * API demand it: "duration fields must be represented as integer fields with units being part of
 * the field name (e.g. leaseDurationSeconds)", in api-conventions.md of the Kubernetes community.
 */
public final class Seconds {
  private static final List<String> PARTS = List.of("Milli", "Micro", "Nano");

  private Seconds() {}

  /** The type of a field, by its name where the schema says no more than that it is a number. */
  public static Type typed(String field, Type type) {
    return type == Scalar.INTEGER && isNamed(field) ? Scalar.SECONDS : type;
  }

  private static boolean isNamed(String field) {
    int at = field.indexOf("Seconds");
    boolean ofParts =
        PARTS.stream()
            .anyMatch(part -> field.regionMatches(at - part.length(), part, 0, part.length()));
    return field.equals("seconds") || (at > 0 && !ofParts);
  }
}
