package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.engine.schema.PodSpecPaths;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the Pod specs of an object. */
final class PodSpecs {
  private final Complaints complaints;
  private final List<Frame.PodSpec> found = new ArrayList<>();

  private PodSpecs(Complaints complaints) {
    this.complaints = complaints;
  }

  /**
   * Where the schema says that Pod specs are; where it cannot know them all, wherever something
   * looks like one, too.
   */
  static List<Frame.PodSpec> of(Resource resource, PodSpecPaths kinds, Complaints complaints) {
    List<List<String>> paths = kinds.podSpecs(resource.apiVersion(), resource.kind());
    PodSpecs specs = new PodSpecs(complaints);
    Location root = Locator.ofResource(resource);
    if (paths != null) {
      for (List<String> path : paths) {
        specs.follow(path, 0, resource.root(), root, resource.root(), root);
      }
    }
    if (paths == null || kinds.mayHaveMore(resource.apiVersion(), resource.kind())) {
      specs.search(resource.root(), resource.root(), root, new ArrayDeque<>());
    }
    return specs.found;
  }

  private void follow(
      List<String> path,
      int step,
      @Nullable Node node,
      Location at,
      Node.Mapping holder,
      Location holderAt) {
    if (node == null || node instanceof Node.Null) {
      return;
    }
    if (step < path.size() && path.get(step).equals("[]")) {
      if (node instanceof Node.Sequence list) {
        for (int i = 0; i < list.items().size(); i++) {
          follow(path, step + 1, list.items().get(i), at.item(i), holder, holderAt);
        }
      } else {
        complaints.add(at, null, "must be a list, but is " + node.described());
      }
      return;
    }
    if (!(node instanceof Node.Mapping mapping)) {
      complaints.add(at, null, "must be a map, but is " + node.described());
      return;
    }
    if (step == path.size()) {
      found.add(new Frame.PodSpec(mapping, at, holder, holderAt));
    } else if (path.get(step).equals("{}")) {
      mapping
          .entries()
          .forEach((key, entry) ->
              follow(path, step + 1, entry.value(), at.field(key), holder, holderAt));
    } else {
      follow(path, step + 1, mapping.get(path.get(step)), at.field(path.get(step)), mapping, at);
    }
  }

  /**
   * A map with a list of containers is taken for a Pod spec: a custom kind must not hide one.
   *
   * @param trail the keys and indexes from the object to the node, innermost last
   */
  private void search(Node node, Node.Mapping holder, Location root, Deque<Object> trail) {
    switch (node) {
      case Node.Mapping mapping -> {
        if (looksLikePodSpec(mapping)) {
          add(mapping, holder, root, trail);
        } else {
          mapping.entries().forEach((key, entry) -> step(key, entry.value(), mapping, root, trail));
        }
      }
      case Node.Sequence list -> {
        for (int i = 0; i < list.items().size(); i++) {
          step(i, list.items().get(i), holder, root, trail);
        }
      }
      case Node.Text _, Node.Numeral _, Node.Bool _, Node.Null _ -> {}
    }
  }

  private void step(
      Object step, Node node, Node.Mapping holder, Location root, Deque<Object> trail) {
    trail.addLast(step);
    search(node, holder, root, trail);
    trail.removeLast();
  }

  /** Only now are the places written down: most objects of unknown kinds have no Pod spec. */
  private void add(Node.Mapping spec, Node.Mapping holder, Location root, Deque<Object> trail) {
    Location at = root;
    Location holderAt = root;
    for (Object step : trail) {
      if (at.node() instanceof Node.Mapping) {
        holderAt = at;
      }
      at = step instanceof Integer index ? at.item(index) : at.field(step.toString());
    }
    String path = at.path();
    if (found.stream().noneMatch(pod -> pod.at().path().equals(path))) {
      found.add(new Frame.PodSpec(spec, at, holder, holderAt));
    }
  }

  private static boolean looksLikePodSpec(Node.Mapping mapping) {
    for (ContainerList list : ContainerList.values()) {
      if (mapping.get(list.field()) instanceof Node.Sequence containers
          && containers.items().stream()
              .anyMatch(item ->
                  item instanceof Node.Mapping container && container.get("image") != null)) {
        return true;
      }
    }
    return false;
  }
}
