package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.engine.schema.PodSpecPaths;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads the frame through the subjects of an object: itself, its Pod specs, their containers. */
final class Walker {
  private final Frame frame;
  private final Complaints complaints;
  private final PodSpecPaths kinds;

  /** Is told of each subject while the frame is at it. */
  interface Visitor {
    /**
     * Looks at the subject that the frame is at.
     *
     * @param rules those that look at the subject
     * @param list where a container stands; null for an object or a Pod spec
     */
    void visit(List<CheckedRule> rules, @Nullable ContainerList list);
  }

  Walker(Frame frame, PodSpecPaths kinds, Complaints complaints) {
    this.frame = frame;
    this.kinds = kinds;
    this.complaints = complaints;
  }

  void walk(Resource resource, KindPlan rules, Visitor visitor) {
    frame.enter(resource);
    visitor.visit(rules.resource(), null);
    if (rules.looksAtPods()) {
      for (Frame.PodSpec pod : PodSpecs.of(resource, kinds, complaints)) {
        frame.enter(pod);
        visitor.visit(rules.pod(), null);
        for (ContainerList list : ContainerList.values()) {
          containers(pod, list, rules, visitor);
        }
        frame.leave();
      }
    }
  }

  private void containers(Frame.PodSpec pod, ContainerList list, KindPlan rules, Visitor visitor) {
    List<CheckedRule> wanted = rules.container().getOrDefault(list, List.of());
    Node node = pod.spec().get(list.field());
    if (wanted.isEmpty() || node == null || node instanceof Node.Null) {
      return;
    }
    Location at = pod.at().field(list.field());
    if (!(node instanceof Node.Sequence items)) {
      complaints.add(at, null, "must be a list, but is " + node.described());
      return;
    }
    for (int i = 0; i < items.items().size(); i++) {
      Location place = at.item(i);
      switch (items.items().get(i)) {
        case Node.Mapping container -> enter(container, place);
        // The API decodes a null as a container of which nothing is set.
        case Node.Null empty -> enter(new Node.Mapping(Map.of(), empty.span()), place);
        case Node other -> {
          complaints.add(place, null, "must be a map, but is " + other.described());
          continue;
        }
      }
      visitor.visit(wanted, list);
      frame.leaveContainer();
    }
  }

  private void enter(Node.Mapping container, Location at) {
    String name = container.get("name") instanceof Node.Text text ? text.value() : null;
    frame.enter(new Frame.Container(container, at, name));
  }
}
