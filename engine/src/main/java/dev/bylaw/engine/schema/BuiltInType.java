package dev.bylaw.engine.schema;

import dev.bylaw.engine.type.ObjectType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object type of the Kubernetes API; its fields are decoded when they are first asked for. */
final class BuiltInType implements ObjectType {
  private final TypeTable types;
  private final int number;
  private final int shape;

  // Both are set once, together; a second thread would compute equal ones.
  private @Nullable Map<String, Field> fields;
  private @Nullable Map<String, List<String>> keys;

  /**
   * @param number of the object in the index
   * @param shape its fields in this version
   */
  BuiltInType(TypeTable types, int number, int shape) {
    this.types = types;
    this.number = number;
    this.shape = shape;
  }

  int number() {
    return number;
  }

  @Override
  public String name() {
    return types.index().objectName(number);
  }

  @Override
  public Map<String, Field> fields() {
    Map<String, Field> known = fields;
    return known == null ? decode() : known;
  }

  @Override
  public boolean open() {
    return false;
  }

  @Override
  public List<String> listKeys(String field) {
    Map<String, List<String>> known = keys;
    if (known == null) {
      decode();
      known = keys;
    }
    return known == null ? List.of() : known.getOrDefault(field, List.of());
  }

  private Map<String, Field> decode() {
    SchemaIndex index = types.index();
    Cursor in = index.shapes.entry(shape);
    int count = in.number();
    Map<String, Field> decoded = new LinkedHashMap<>();
    Map<String, List<String>> decodedKeys = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String field = index.string(in);
      decoded.put(
          field, new Field(field, Seconds.typed(field, types.type(in.number())), in.flag()));
      List<String> listKeys = index.strings(in);
      if (!listKeys.isEmpty()) {
        decodedKeys.put(field, listKeys);
      }
    }
    keys = Collections.unmodifiableMap(decodedKeys);
    Map<String, Field> result = Collections.unmodifiableMap(decoded);
    fields = result;
    return result;
  }

  @Override
  public String toString() {
    return name();
  }
}
