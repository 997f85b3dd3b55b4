package dev.bylaw.engine.type;

import java.util.Map;

/**
 * An object type of which only the name is known: enough to evaluate a policy that was checked
 * before, and to say what a value should have been.
 */
public record NamedType(String name) implements ObjectType {
  @Override
  public Map<String, Field> fields() {
    return Map.of();
  }

  @Override
  public boolean open() {
    return true;
  }
}
