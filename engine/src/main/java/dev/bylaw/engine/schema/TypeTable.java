package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The types of one version by their numbers in the index. An object type is one object, so that it
 * equals itself.
 */
final class TypeTable {
  private final SchemaIndex index;
  private final @Nullable BuiltInType[] objects;
  private final @Nullable Type[] types;

  /**
   * @param shapes where the version's shapes begin: one number for each object of the index
   */
  TypeTable(SchemaIndex index, Cursor shapes) {
    this.index = index;
    objects = new BuiltInType[index.objects.size()];
    for (int i = 0; i < objects.length; i++) {
      int shape = shapes.number();
      objects[i] = shape == 0 ? null : new BuiltInType(this, i, shape - 1);
    }
    types = new Type[index.types.size()];
  }

  SchemaIndex index() {
    return index;
  }

  /** Null if this version lacks it. */
  @Nullable BuiltInType object(int number) {
    return objects[number];
  }

  int objectCount() {
    return objects.length;
  }

  Type type(int number) {
    Type known = types[number];
    if (known == null) {
      known = decode(index.types.entry(number));
      types[number] = known;
    }
    return known;
  }

  private Type decode(Cursor in) {
    char letter = in.letter();
    return switch (letter) {
      case 's' -> Type.Scalar.valueOf(index.string(in));
      case 'e' -> new Type.EnumType(index.strings(in));
      case 'q' -> new Type.QuantityType(Type.Dimension.valueOf(index.string(in)));
      case 'l' -> new Type.ListType(type(in.number()));
      case 'm' -> new Type.MapType(type(in.number()));
      case 'o' -> {
        int number = in.number();
        BuiltInType object = objects[number];
        if (object == null) {
          throw new IllegalStateException("No such type: " + index.objectName(number));
        }
        yield object;
      }
      default -> throw new IllegalStateException("No such kind of type: " + letter);
    };
  }
}
