package dev.bylaw.schemagen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ways from an object to the Pod specs in it: field names, {@code []} for any element of a
 * list, {@code {}} for any value of a map.
 */
final class PodSpecPaths {
  private static final ModelName POD_SPEC = ModelName.parse("V1PodSpec");

  private final Map<ModelName, Model> models;
  private final List<List<String>> found = new ArrayList<>();
  private final List<String> path = new ArrayList<>();

  /** The types on the way down; a type within itself leads to no new place. */
  private final Set<ModelName> open = new HashSet<>();

  private PodSpecPaths(Map<ModelName, Model> models) {
    this.models = models;
  }

  static List<List<String>> of(ModelName root, Map<ModelName, Model> models) {
    var paths = new PodSpecPaths(models);
    paths.walk(root);
    return List.copyOf(paths.found);
  }

  private void walk(ModelName name) {
    if (name.equals(POD_SPEC)) {
      found.add(List.copyOf(path));
      return;
    }
    Model model = models.get(name);
    if (model == null || !open.add(name)) {
      return;
    }
    for (Model.Field field : model.fields()) {
      step(field.name(), field.type());
    }
    open.remove(name);
  }

  private void step(String step, FieldType type) {
    path.addLast(step);
    switch (type) {
      case FieldType.Reference(ModelName model) -> walk(model);
      case FieldType.ListOf(FieldType element) -> step("[]", element);
      case FieldType.MapOf(FieldType value) -> step("{}", value);
      case FieldType.Scalar _, FieldType.Enumeration _, FieldType.Quantity _ -> {}
    }
    path.removeLast();
  }
}
