package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The descriptions of one version's types and fields, in the words of the Kubernetes API ((c) The
 * Kubernetes Authors, Apache-2.0).
 *
 * <p>They are a resource of their own, three sections as in {@link SchemaIndex}: texts; for each
 * object its text, then those of its fields; and for each version, by the number of the object in
 * the index, the entry plus one, or 0 for none. A program may be built without it: then nothing is
 * described.
 */
public final class Documentation {
  private static final String QUANTITY =
      "An amount of a resource: a number with an optional suffix, such as 500m, 0.5, 128Mi or 2Gi.";
  private static final String INT_OR_STRING =
      "A number, or a string such as a percentage or a name.";

  private final TypeTable types;
  private final int version;
  private int @Nullable [] entries;

  Documentation(TypeTable types, int version) {
    this.types = types;
    this.version = version;
  }

  /**
   * What the API says of a type.
   *
   * @return null if it says nothing, or the type is not one of this schema
   */
  public @Nullable String of(ObjectType type) {
    return text(type, 0);
  }

  /**
   * What the API says of a field or, failing that, of the type that it holds.
   *
   * @return null if it says nothing, there is no such field, or the type is not one of this schema
   */
  public @Nullable String of(ObjectType owner, String field) {
    int position = 0;
    for (ObjectType.Field candidate : owner.fields().values()) {
      position++;
      if (candidate.name().equals(field)) {
        String text = text(owner, position);
        return text == null ? ofValue(candidate.type()) : text;
      }
    }
    return null;
  }

  private @Nullable String ofValue(Type type) {
    return switch (type) {
      case Type.ListType(Type element) -> ofValue(element);
      case Type.MapType(Type value) -> ofValue(value);
      case Type.QuantityType _ -> QUANTITY;
      case ObjectType object -> of(object);
      case Type.Scalar scalar -> scalar == Type.Scalar.INT_OR_STRING ? INT_OR_STRING : null;
      case Type.EnumType _ -> null;
    };
  }

  private @Nullable String text(ObjectType type, int position) {
    Descriptions descriptions = Descriptions.LOADED;
    if (descriptions == null
        || !(type instanceof BuiltInType builtIn)
        || types.object(builtIn.number()) != builtIn) {
      return null;
    }
    int entry = entries(descriptions)[builtIn.number()];
    if (entry == 0) {
      return null;
    }
    Cursor in = descriptions.objects.entry(entry - 1);
    for (int i = 0; i < position; i++) {
      in.number();
    }
    String text = descriptions.texts.text(in.number());
    return text.isEmpty() ? null : text;
  }

  private int[] entries(Descriptions descriptions) {
    int[] known = entries;
    if (known == null) {
      Cursor in = descriptions.versions.entry(version);
      known = new int[types.objectCount()];
      for (int i = 0; i < known.length; i++) {
        known[i] = in.number();
      }
      entries = known;
    }
    return known;
  }

  private static final class Descriptions {
    static final @Nullable Descriptions LOADED = load();

    final Section texts;
    final Section objects;
    final Section versions;

    private Descriptions(Cursor in) {
      texts = in.section();
      objects = in.section();
      versions = in.section();
    }

    private static @Nullable Descriptions load() {
      Cursor in = Cursor.open("descriptions.bin");
      return in == null ? null : new Descriptions(in);
    }
  }
}
