package dev.bylaw.engine.schema.custom;

import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.ObjectType.Field;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises Kubernetes' own types inside a custom kind. A definition repeats them field by field
 * and without their names, and mostly only as far as its generator knew them.
 */
final class KnownShapes {
  private static final List<String> CONTAINER_LISTS =
      List.of("containers", "initContainers", "ephemeralContainers");

  private final Schema schema;

  KnownShapes(Schema schema) {
    this.schema = schema;
  }

  /** The type with what is known of its like; itself if it is like nothing that is known. */
  ObjectType recognised(CustomType type) {
    if (isPodSpec(type)) {
      return overlaid(type, schema.podSpec());
    }
    if (type.fields().keySet().equals(Set.of("matchLabels", "matchExpressions"))) {
      return known(type, "LabelSelector");
    }
    if (isMapOfQuantities(type.field("limits")) || isMapOfQuantities(type.field("requests"))) {
      return known(type, "ResourceRequirements");
    }
    Field spec = type.field("spec");
    Field metadata = type.field("metadata");
    return spec != null
            && metadata != null
            && spec.type() instanceof ObjectType pod
            && isPodSpec(pod)
        ? template(type)
        : type;
  }

  /** Whether a type has a list of containers: objects with a name and an image. */
  static boolean isPodSpec(ObjectType type) {
    return CONTAINER_LISTS.stream()
        .map(type::field)
        .anyMatch(field ->
            field != null
                && field.type() instanceof Type.ListType(ObjectType item)
                && item.field("name") != null
                && isText(item.field("image")));
  }

  private static boolean isText(@Nullable Field field) {
    return field != null && (field.type() == Scalar.STRING || field.type() == Scalar.IMAGE);
  }

  private static boolean isMapOfQuantities(@Nullable Field field) {
    return field != null && field.type() instanceof Type.MapType(Type.QuantityType _);
  }

  /** A Pod template, whose metadata a definition mostly leaves without fields. */
  private ObjectType template(CustomType type) {
    ObjectType metadata = schema.type("ObjectMeta");
    Map<String, Field> fields = new LinkedHashMap<>(type.fields());
    if (metadata != null) {
      fields.put("metadata", new Field("metadata", metadata, false));
    }
    return type.with(type.name(), fields);
  }

  private ObjectType known(CustomType type, String name) {
    ObjectType known = schema.type(name);
    return known == null ? type : overlaid(type, known);
  }

  /** The custom type's fields, each with the known type where the two agree. */
  private ObjectType overlaid(ObjectType custom, ObjectType known) {
    if (!(custom instanceof CustomType type)) {
      return custom;
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    type.fields()
        .forEach((name, field) -> {
          Field other = known.field(name);
          fields.put(
              name,
              other == null
                  ? field
                  : new Field(name, agreed(field.type(), other.type()), field.required()));
        });
    return type.with(known.name(), fields);
  }

  private Type agreed(Type custom, Type known) {
    return switch (known) {
      case ObjectType object -> custom instanceof ObjectType own ? overlaid(own, object) : custom;
      case Type.ListType(Type element) ->
          custom instanceof Type.ListType(Type own)
              ? new Type.ListType(agreed(own, element))
              : custom;
      case Type.MapType(Type value) ->
          custom instanceof Type.MapType(Type own) ? new Type.MapType(agreed(own, value)) : custom;
      case Type.EnumType _ -> custom == Scalar.STRING ? known : custom;
      case Type.QuantityType _ ->
          custom instanceof Type.QuantityType || custom == Scalar.INT_OR_STRING ? known : custom;
      case Scalar scalar ->
          switch (scalar) {
            case IMAGE, ADDED_CAPABILITY, DROPPED_CAPABILITY, BYTES, DATE_TIME, NETWORK, ADDRESS ->
                custom == Scalar.STRING ? known : custom;
            case BOOLEAN,
                INTEGER,
                NUMBER,
                STRING,
                INT_OR_STRING,
                CAPABILITY,
                HOST,
                REGEX,
                DURATION,
                SECONDS,
                DATE,
                VERSION,
                ANY ->
                custom;
          };
    };
  }

  /** The ways to every Pod spec in a type, as {@code ResourceKind.podSpecs} has them. */
  static List<List<String>> podSpecs(Type type) {
    List<List<String>> found = new ArrayList<>();
    collect(type, List.of(), found);
    return found;
  }

  private static void collect(Type type, List<String> path, List<List<String>> found) {
    switch (type) {
      case CustomType object -> {
        if (isPodSpec(object)) {
          found.add(path);
        } else {
          object.fields().forEach((name, field) -> collect(field.type(), then(path, name), found));
        }
      }
      case Type.ListType(Type element) -> collect(element, then(path, "[]"), found);
      case Type.MapType(Type value) -> collect(value, then(path, "{}"), found);
      case ObjectType _, Type.EnumType _, Type.QuantityType _, Scalar _ -> {}
    }
  }

  private static List<String> then(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  /** Whether some part of a type is left open, so that anything may stand there. */
  static boolean hasOpenParts(Type type) {
    return switch (type) {
      case CustomType object ->
          object.open()
              || object.fields().values().stream().anyMatch(field -> hasOpenParts(field.type()));
      case Type.ListType(Type element) -> hasOpenParts(element);
      case Type.MapType(Type value) -> hasOpenParts(value);
      case Scalar scalar -> scalar == Scalar.ANY;
      case ObjectType _, Type.EnumType _, Type.QuantityType _ -> false;
    };
  }
}
