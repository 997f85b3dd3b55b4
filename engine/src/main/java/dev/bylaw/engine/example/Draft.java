package dev.bylaw.engine.example;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects of a manifest in the making. It never changes: each step gives a new one.
 *
 * <p>Its skeleton is what an object needs to be one, and gives way to demands, which are what parts
 * of a condition ask for; two demands that exclude each other cannot both be met.
 */
final class Draft {
  static final Draft EMPTY = new Draft(Map.of(), Map.of());

  private final Map<Pointer, Leaf> skeleton;
  private final Map<Pointer, Leaf> demands;
  private @Nullable Map<Pointer, Leaf> written;

  private Draft(Map<Pointer, Leaf> skeleton, Map<Pointer, Leaf> demands) {
    this.skeleton = skeleton;
    this.demands = demands;
  }

  /** With something that may be overridden; what stands in its way already stays. */
  Draft assume(Pointer at, Leaf leaf) {
    if (clashes(at, leaf, demands) || clashes(at, leaf, skeleton)) {
      return this;
    }
    Map<Pointer, Leaf> more = new LinkedHashMap<>(skeleton);
    more.put(at, leaf);
    return new Draft(more, demands);
  }

  /** With this leaf, or null if that cannot be beside what is demanded already. */
  @Nullable Draft demand(Pointer at, Leaf leaf) {
    if (clashes(at, leaf, demands)) {
      return null;
    }
    Map<Pointer, Leaf> more = new LinkedHashMap<>(demands);
    if (!(leaf instanceof Leaf.EmptyMap) || !hasBelow(at, demands.keySet())) {
      more.put(at, leaf);
    }
    return new Draft(skeleton, more);
  }

  private static boolean clashes(Pointer at, Leaf leaf, Map<Pointer, Leaf> others) {
    for (Map.Entry<Pointer, Leaf> other : others.entrySet()) {
      if (excludes(at, leaf, other.getKey(), other.getValue())
          || excludes(other.getKey(), other.getValue(), at, leaf)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the upper leaf leaves no room for one at or below its place. */
  private static boolean excludes(Pointer upper, Leaf above, Pointer lower, Leaf below) {
    if (!lower.isWithin(upper)) {
      return false;
    }
    if (upper.equals(lower)) {
      return !above.equals(below);
    }
    return switch (above) {
      case Leaf.EmptyMap _ -> false;
      case Leaf.Text _, Leaf.Numeral _, Leaf.Bool _, Leaf.EmptyList _ -> true;
      case Leaf.Absent _ -> !(below instanceof Leaf.Absent);
    };
  }

  private static boolean hasBelow(Pointer at, Collection<Pointer> places) {
    return places.stream().anyMatch(place -> !place.equals(at) && place.isWithin(at));
  }

  /** What is written at the end: the demands, and of the skeleton what they leave room for. */
  private Map<Pointer, Leaf> leaves() {
    Map<Pointer, Leaf> all = written;
    if (all == null) {
      all = new LinkedHashMap<>();
      for (Map.Entry<Pointer, Leaf> part : skeleton.entrySet()) {
        if (!clashes(part.getKey(), part.getValue(), demands)) {
          all.put(part.getKey(), part.getValue());
        }
      }
      for (Map.Entry<Pointer, Leaf> demand : demands.entrySet()) {
        if (!(demand.getValue() instanceof Leaf.Absent)) {
          all.put(demand.getKey(), demand.getValue());
        }
      }
      written = all;
    }
    return all;
  }

  /** The leaf at a place, or null if there is none. */
  @Nullable Leaf leaf(Pointer at) {
    return leaves().get(at);
  }

  /** Whether something has to be at a place. */
  boolean isDemanded(Pointer at) {
    return demands.containsKey(at) && !(demands.get(at) instanceof Leaf.Absent);
  }

  /** The steps that go on from a place: fields, keys or indexes. */
  List<Object> children(Pointer at) {
    Set<Object> steps = new LinkedHashSet<>();
    for (Pointer place : leaves().keySet()) {
      if (!place.equals(at) && place.isWithin(at)) {
        steps.add(place.steps().get(at.steps().size()));
      }
    }
    return new ArrayList<>(steps);
  }

  /** How many objects there are. */
  int objects() {
    return (int)
        leaves().keySet().stream().map(place -> place.steps().getFirst()).distinct().count();
  }

  /** An element of a list, and the draft with what has to stand on the way to it. */
  record Element(Draft draft, Scene.Binding binding) {}

  /** How far this is from the plainest object: what was added, and what was taken away. */
  int cost() {
    int kept = 0;
    for (Pointer at : skeleton.keySet()) {
      kept += leaves().containsKey(at) ? 1 : 0;
    }
    return leaves().size() + 2 * (skeleton.size() - kept);
  }

  /** How much was asked for so far, be it something or nothing. */
  int effort() {
    return skeleton.size() + demands.size();
  }

  /** The same, but with another value of the skeleton at a place. */
  Draft replace(Pointer at, Leaf leaf) {
    Map<Pointer, Leaf> more = new LinkedHashMap<>(skeleton);
    more.put(at, leaf);
    return new Draft(more, demands);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Draft draft
        && skeleton.equals(draft.skeleton)
        && demands.equals(draft.demands);
  }

  @Override
  public int hashCode() {
    return 31 * skeleton.hashCode() + demands.hashCode();
  }
}
