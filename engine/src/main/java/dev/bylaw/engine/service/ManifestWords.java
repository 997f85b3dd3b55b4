package dev.bylaw.engine.service;

import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.grammar.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the manifests that are known say: rules and waivers are about that. Each word comes with the
 * file that has it first.
 */
final class ManifestWords {
  private final Map<String, String> images = new LinkedHashMap<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> namespaces = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> containers = new LinkedHashMap<>();
  private final List<Resource> resources = new java.util.ArrayList<>();
  private final Map<Resource, String> files = new LinkedHashMap<>();

  ManifestWords(Workspace workspace) {
    for (Source file : workspace.manifests()) {
      for (Manifest manifest : workspace.read(file)) {
        manifest.resources().forEach(resource -> add(resource, file.name()));
      }
    }
  }

  private void add(Resource resource, String file) {
    resources.add(resource);
    files.put(resource, file);
    if (resource.namespace() != null) {
      namespaces.putIfAbsent(resource.namespace(), file);
    }
    if (resource.name() != null) {
      names.putIfAbsent(resource.name(), file);
    }
    // With a stack of its own: a document may be deeper than a recursion could follow.
    Deque<Node> open = new ArrayDeque<>();
    open.push(resource.root());
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case Node.Mapping map -> {
          for (Node.Entry entry : map.entries().values()) {
            note(entry, file);
            open.push(entry.value());
          }
        }
        case Node.Sequence list -> list.items().forEach(open::push);
        case Node.Text _, Node.Numeral _, Node.Bool _, Node.Null _ -> {}
      }
    }
  }

  private void note(Node.Entry entry, String file) {
    switch (entry.value()) {
      case Node.Text text when entry.key().equals("image") ->
          images.putIfAbsent(text.value(), file);
      case Node.Mapping map when entry.key().equals("labels") -> {
        for (Node.Entry label : map.entries().values()) {
          if (label.value() instanceof Node.Text text) {
            labels.putIfAbsent(text.value(), file);
          }
        }
      }
      case Node.Sequence list
          when entry.key().equals("containers") || entry.key().equals("initContainers") -> {
        for (Node item : list.items()) {
          if (item instanceof Node.Mapping map && map.get("name") instanceof Node.Text text) {
            containers.putIfAbsent(text.value(), file);
          }
        }
      }
      case Node.Mapping _,
          Node.Sequence _,
          Node.Text _,
          Node.Numeral _,
          Node.Bool _,
          Node.Null _ -> {}
    }
  }

  /** What a text may be that is compared with a field of this name: each word, and its file. */
  Map<String, String> valuesOf(String field) {
    return switch (field) {
      case "image" -> images;
      case "labels" -> labels;
      case "namespace" -> namespaces;
      case "name" -> names;
      default -> Map.of();
    };
  }

  Map<String, String> containers() {
    return containers;
  }

  /** The objects of a kind as waivers name them, {@code NAMESPACE/NAME}. */
  Map<String, String> objects(String kind) {
    Map<String, String> objects = new LinkedHashMap<>();
    for (Resource resource : resources) {
      if (resource.kind().equals(kind) && resource.name() != null) {
        String namespace = resource.namespace() == null ? "" : resource.namespace() + "/";
        objects.putIfAbsent(namespace + resource.name(), files.getOrDefault(resource, ""));
      }
    }
    return objects;
  }
}
