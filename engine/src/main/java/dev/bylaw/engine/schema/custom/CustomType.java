package dev.bylaw.engine.schema.custom;

import dev.bylaw.engine.type.ObjectType;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An object type of a custom kind. */
final class CustomType implements ObjectType {
  private final String name;
  private final Map<String, Field> fields;
  private final Map<String, List<String>> listKeys;
  private final boolean open;

  CustomType(
      String name, Map<String, Field> fields, Map<String, List<String>> listKeys, boolean open) {
    this.name = name;
    this.fields = Collections.unmodifiableMap(fields);
    this.listKeys = Map.copyOf(listKeys);
    this.open = open;
  }

  /** The same type under another name, and with other fields. */
  CustomType with(String otherName, Map<String, Field> otherFields) {
    return new CustomType(otherName, otherFields, listKeys, open);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, Field> fields() {
    return fields;
  }

  @Override
  public boolean open() {
    return open;
  }

  @Override
  public List<String> listKeys(String field) {
    return listKeys.getOrDefault(field, List.of());
  }

  @Override
  public String toString() {
    return name;
  }
}
