package dev.bylaw.engine.check;

import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every object of the Kubernetes API has, whatever its kind. */
final class AnyResource implements ObjectType {
  private final Map<String, Field> fields;

  AnyResource(ObjectType objectMeta) {
    Map<String, Field> all = new LinkedHashMap<>();
    all.put("apiVersion", new Field("apiVersion", Type.Scalar.STRING, true));
    all.put("kind", new Field("kind", Type.Scalar.STRING, true));
    all.put("metadata", new Field("metadata", objectMeta, false));
    fields = Collections.unmodifiableMap(all);
  }

  @Override
  public String name() {
    return "resource";
  }

  @Override
  public Map<String, Field> fields() {
    return fields;
  }

  @Override
  public boolean open() {
    return false;
  }
}
