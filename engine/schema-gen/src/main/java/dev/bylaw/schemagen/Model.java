package dev.bylaw.schemagen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object type of one Kubernetes version.
 *
 * @param fields in the order of the class, which is that of the API's definition
 */
record Model(ModelName name, @Nullable String description, List<Field> fields) {
  Model {
    fields = List.copyOf(fields);
  }

  /**
   * @param keys the fields that tell apart the elements of this list; empty if it is none, or has
   *     none
   */
  record Field(
      String name,
      FieldType type,
      boolean required,
      List<String> keys,
      @Nullable String description) {
    Field withType(FieldType other) {
      return new Field(name, other, required, keys, description);
    }

    Field withKeys(List<String> others) {
      return new Field(name, type, required, others, description);
    }
  }

  @Nullable Field field(String wanted) {
    for (Field field : fields) {
      if (field.name.equals(wanted)) {
        return field;
      }
    }
    return null;
  }
}
