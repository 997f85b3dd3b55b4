package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** Follows a path such as {@code spec.containers[].image} from a kind. */
final class Walk {
  private Walk() {}

  /** Null where a field is unknown. */
  static @Nullable Type walk(
      KubernetesVersion version, String apiVersion, String kind, String path) {
    ResourceKind found = Schema.of(version).kind(apiVersion, kind);
    if (found == null) {
      throw new AssertionError("No " + apiVersion + " " + kind + " in " + version);
    }
    Type type = found.type();
    for (String step : path.replace("[]", ".[]").replace("{}", ".{}").split("\\.", -1)) {
      type =
          switch (type) {
            case Type.ListType(Type element) when step.equals("[]") -> element;
            case Type.MapType(Type value) when step.equals("{}") -> value;
            case ObjectType object -> {
              ObjectType.Field field = object.field(step);
              yield field == null ? null : field.type();
            }
            default -> throw new AssertionError(step + " of " + type);
          };
      if (type == null) {
        return null;
      }
    }
    return type;
  }
}
