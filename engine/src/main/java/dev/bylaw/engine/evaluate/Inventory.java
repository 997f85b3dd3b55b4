package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every object of a run's input, for rules that look at more than one. */
public final class Inventory {
  private final Map<String, List<Resource>> byKind = new LinkedHashMap<>();

  /** Adds the objects of a manifest. */
  public void add(Manifest manifest) {
    for (Resource resource : manifest.resources()) {
      byKind.computeIfAbsent(resource.kind(), _ -> new ArrayList<>()).add(resource);
    }
  }

  /** Every object, kind by kind. */
  List<Resource> all() {
    return byKind.values().stream().flatMap(List::stream).toList();
  }

  List<Resource> ofKind(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }
}
