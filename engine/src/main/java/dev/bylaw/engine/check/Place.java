package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Access.KeyPart;
import dev.bylaw.engine.policy.Access.Part;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.schema.ResourceNames;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a path has got to, step by step.
 *
 * @param alternatives the types that the value may have here; more than one where a rule is for
 *     several kinds
 * @param required whether the API demands every step so far
 * @param owner the root as a message names it: {@code a container}
 * @param dotted the steps so far as they are written
 */
record Place(
    Root root,
    List<Step> steps,
    List<Scope.Alternative> alternatives,
    boolean required,
    String owner,
    String dotted) {

  static Place start(Root root, List<Scope.Alternative> alternatives, String owner) {
    return new Place(root, List.of(), alternatives, true, owner, "");
  }

  /** The type here; the first where there are several, which then agree or are objects. */
  Type type() {
    return alternatives.getFirst().type();
  }

  /** {@code a container's securityContext}. */
  String described() {
    return dotted.isEmpty() ? owner : owner + "'s " + dotted;
  }

  /** The place of a field of this name, or null if some kind has none. */
  @Nullable Place field(String name) {
    List<Scope.Alternative> next = new ArrayList<>();
    boolean demanded = true;
    for (Scope.Alternative alternative : alternatives) {
      Found found = find(alternative.type(), name);
      if (found != null) {
        next.add(new Scope.Alternative(alternative.kind(), found.type()));
        demanded &= found.required();
      } else if (kindLacks(alternative.kind(), name)) {
        return null;
      }
    }
    if (next.isEmpty()) {
      return null;
    }
    next = agreed(next);
    Part part = type() == Type.Scalar.IMAGE ? part(name) : null;
    Step step =
        part != null
            ? new Step.ImagePart(part)
            : new Step.Field(name, next.getFirst().type(), demanded);
    return then(step, next, required && demanded, dotted.isEmpty() ? name : dotted + "." + name);
  }

  /** Objects keep their own types, so that each is looked into; all other values get one type. */
  private static List<Scope.Alternative> agreed(List<Scope.Alternative> next) {
    Type common = CommonType.of(next.stream().map(Scope.Alternative::type).toList());
    return common instanceof ObjectType
        ? next
        : next.stream().map(one -> new Scope.Alternative(one.kind(), common)).toList();
  }

  /** Whether no version of the kind has the field: one version that has it is enough. */
  boolean kindLacks(String kind, String name) {
    return alternatives.stream()
        .noneMatch(other -> other.kind().equals(kind) && find(other.type(), name) != null);
  }

  private boolean everyKindHas(String name) {
    return alternatives.stream().noneMatch(other -> kindLacks(other.kind(), name));
  }

  /** The place of a map's value by its key, or null if this is no map. */
  @Nullable Place key(String key) {
    if (!(type() instanceof Type.MapType(Type value))) {
      return null;
    }
    Type type =
        value instanceof Type.QuantityType
            ? new Type.QuantityType(ResourceNames.dimension(key))
            : value;
    return then(
        new Step.Field(key, type, false),
        List.of(new Scope.Alternative("", type)),
        false,
        dotted + "[\"" + key + "\"]");
  }

  /** The place of a map's value by a key that is put together, or null if this is no map. */
  @Nullable Place key(List<KeyPart> parts, String written) {
    return type() instanceof Type.MapType(Type value)
        ? then(
            new Step.ComputedKey(parts, value),
            List.of(new Scope.Alternative("", value)),
            false,
            dotted + written)
        : null;
  }

  /** The place of a list's item by its index, or null if this is no list. */
  @Nullable Place item(int index) {
    if (!(type() instanceof Type.ListType(Type element))) {
      return null;
    }
    return then(
        new Step.Item(index, element),
        List.of(new Scope.Alternative("", element)),
        false,
        dotted + "[" + index + "]");
  }

  /** A field that the schema does not vouch for. */
  Place unchecked(String name) {
    return then(
        new Step.Field(name, Type.Scalar.ANY, false),
        List.of(new Scope.Alternative("", Type.Scalar.ANY)),
        false,
        dotted.isEmpty() ? name : dotted + "." + name);
  }

  private Place then(Step step, List<Scope.Alternative> next, boolean demanded, String path) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Place(root, List.copyOf(more), List.copyOf(next), demanded, owner, path);
  }

  /** The names that could come next, for suggestions. */
  List<String> next() {
    if (type() == Type.Scalar.IMAGE) {
      return List.of("registry", "repository", "name", "tag", "digest");
    }
    List<String> names = new ArrayList<>();
    for (Scope.Alternative alternative : alternatives) {
      if (alternative.type() instanceof ObjectType object) {
        object.fields().keySet().stream().filter(this::everyKindHas).forEach(names::add);
      }
    }
    if (type() instanceof Type.MapType(Type.QuantityType _)) {
      names.addAll(ResourceNames.common());
    }
    return names;
  }

  private record Found(@Nullable Step step, Type type, boolean required) {}

  private static @Nullable Found find(Type type, String name) {
    return switch (type) {
      case ObjectType object -> {
        ObjectType.Field field = object.field(name);
        yield field == null
            ? null
            : new Found(
                new Step.Field(name, field.type(), field.required()),
                field.type(),
                demanded(object, field));
      }
      case Type.MapType(Type.QuantityType _) -> {
        Type.QuantityType quantity = new Type.QuantityType(ResourceNames.dimension(name));
        if (quantity.dimension() == Type.Dimension.UNKNOWN) {
          yield null;
        }
        yield new Found(new Step.Field(name, quantity, false), quantity, false);
      }
      case Type.Scalar scalar when scalar == Type.Scalar.IMAGE -> imagePart(name);
      case Type.MapType _, Type.ListType _, Type.EnumType _, Type.QuantityType _, Type.Scalar _ ->
          null;
    };
  }

  /** Whatever the reference leaves out but tag and digest has a value once it is normalised. */
  private static @Nullable Found imagePart(String name) {
    Part part = part(name);
    return part == null
        ? null
        : new Found(
            null,
            part == Part.REGISTRY ? Type.Scalar.HOST : Type.Scalar.STRING,
            part != Part.TAG && part != Part.DIGEST);
  }

  /**
   * Some fields are optional in the schema only: validation wants an image, and the API server
   * names an object without a name.
   */
  private static boolean demanded(ObjectType object, ObjectType.Field field) {
    return field.required()
        || switch (object.name()) {
          case "Container", "EphemeralContainer" -> field.name().equals("image");
          case "ObjectMeta" -> field.name().equals("name");
          default ->
              object.field("apiVersion") != null
                  && object.field("metadata") != null
                  && List.of("apiVersion", "kind", "metadata").contains(field.name());
        };
  }

  private static @Nullable Part part(String name) {
    for (Part part : Part.values()) {
      if (part.word().equals(name)) {
        return part;
      }
    }
    return null;
  }
}
