package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.evaluate.Frame.Binding.Found;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.schema.PodSpecPaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code exists} finds in the input. Each answer is kept: rules ask the same for every
 * subject.
 */
final class Search {
  private final PodSpecPaths kinds;
  private final Inventory inventory;
  private final Map<List<String>, List<Found>> objects = new LinkedHashMap<>();
  private @Nullable List<Found> pods;

  Search(PodSpecPaths kinds, Inventory inventory) {
    this.kinds = kinds;
    this.inventory = inventory;
  }

  /**
   * The objects of these kinds. A kind of somebody else's API group is not the kind that the rule's
   * author named.
   */
  List<Found> of(List<String> names) {
    return objects.computeIfAbsent(
        names,
        _ ->
            names.stream()
                .flatMap(name -> inventory.ofKind(name).stream())
                .filter(object -> kinds.isNamed(object.apiVersion(), object.kind()))
                .map(object -> new Found(object, object.root(), Locator.ofResource(object)))
                .toList());
  }

  /** The Pods and Pod templates, also those of kinds that nobody described. */
  List<Found> pods() {
    if (pods == null) {
      pods = inventory.all().stream().flatMap(object -> podsIn(object).stream()).toList();
    }
    return pods;
  }

  /** What is wrong in an object is said when that object is judged, and not here. */
  private List<Found> podsIn(Resource object) {
    return PodSpecs.of(object, kinds, new Complaints()).stream()
        .map(pod -> new Found(object, pod.holder(), pod.holderAt()))
        .toList();
  }
}
