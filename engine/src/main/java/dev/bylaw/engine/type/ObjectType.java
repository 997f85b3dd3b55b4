package dev.bylaw.engine.type;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type with named fields, such as {@code Container}. Two object types are the same type if they
 * are the same object.
 */
public non-sealed interface ObjectType extends Type {

  /**
   * The name that the Kubernetes API gives the type, such as {@code SecurityContext}, without a
   * package or version.
   */
  String name();

  /** The fields by name, in the order of the API; the map is unmodifiable. */
  Map<String, Field> fields();

  /**
   * Whether a manifest may hold fields that {@link #fields()} does not know, as {@code
   * x-kubernetes-preserve-unknown-fields} says.
   */
  boolean open();

  /**
   * The fields by which the API server tells apart the elements of a list ({@code
   * x-kubernetes-list-map-keys}): {@code name} for {@code containers}, {@code containerPort} and
   * {@code protocol} for {@code ports}.
   *
   * @return empty if the field is no such list
   */
  default List<String> listKeys(String field) {
    return List.of();
  }

  default @Nullable Field field(String name) {
    return fields().get(name);
  }

  @Override
  default String described() {
    return "an object (" + name() + ")";
  }

  @Override
  default String plural() {
    return name() + " objects";
  }

  /**
   * A field of an object type.
   *
   * @param required whether the API demands it; defaulting may still fill it
   */
  record Field(String name, Type type, boolean required) {}
}
