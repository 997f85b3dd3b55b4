package dev.bylaw.cli.suggest;

import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container of a manifest.
 *
 * @param pointer where it stands in its document (RFC 6901)
 * @param name empty if it has none
 * @param pod the Pod spec around it
 */
record ContainerPlace(
    String pointer, String name, Node.Mapping node, Node.Mapping pod, Resource resource) {
  private static final List<String> LISTS =
      List.of("containers", "initContainers", "ephemeralContainers");

  /** Deep enough for any workload of any operator; the reader of manifests allows far more. */
  private static final int DEEPEST_SEARCH = 64;

  /** The containers of every object, those of custom kinds too: whatever looks like a Pod spec. */
  static List<ContainerPlace> in(List<Manifest> manifests) {
    List<ContainerPlace> found = new ArrayList<>();
    for (Manifest manifest : manifests) {
      for (Resource resource : manifest.resources()) {
        search(resource.root(), pointer(resource.pathPrefix()), resource, DEEPEST_SEARCH, found);
      }
    }
    return found;
  }

  /** {@code items[3].} is {@code /items/3}. */
  private static String pointer(String prefix) {
    return prefix.isEmpty()
        ? ""
        : "/items/" + prefix.substring(prefix.indexOf('[') + 1, prefix.indexOf(']'));
  }

  private static void search(
      Node node, String at, Resource resource, int depth, List<ContainerPlace> found) {
    if (depth == 0) {
      return;
    }
    switch (node) {
      case Node.Mapping map -> {
        boolean isPod = map.get("containers") instanceof Node.Sequence;
        for (Node.Entry entry : map.entries().values()) {
          String next = at + "/" + escaped(entry.key());
          if (isPod && LISTS.contains(entry.key())) {
            list(entry.value(), next, map, resource, found);
          } else {
            search(entry.value(), next, resource, depth - 1, found);
          }
        }
      }
      case Node.Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          search(list.items().get(i), at + "/" + i, resource, depth - 1, found);
        }
      }
      case Node.Text _, Node.Numeral _, Node.Bool _, Node.Null _ -> {}
    }
  }

  private static void list(
      Node containers, String at, Node.Mapping pod, Resource resource, List<ContainerPlace> found) {
    if (containers instanceof Node.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i) instanceof Node.Mapping node) {
          String name = node.get("name") instanceof Node.Text text ? text.value() : "";
          found.add(new ContainerPlace(at + "/" + i, name, node, pod, resource));
        }
      }
    }
  }

  static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /** {@code Deployment web › app}. */
  String described() {
    String object = resource.kind() + (resource.name() == null ? "" : " " + resource.name());
    return object + " › " + (name.isEmpty() ? pointer : name);
  }

  /** The security context; null if it is absent or null. */
  @Nullable Node securityContext() {
    Node value = node.get("securityContext");
    return value instanceof Node.Null ? null : value;
  }
}
