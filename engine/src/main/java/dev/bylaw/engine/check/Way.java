package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of the {@link Alternatives} of a rule, made ready to be held against those of many others.
 *
 * @param keys what the way makes demands on, by the numbers that all rules share, in order
 * @param domains the demand on each
 * @param absent the paths that must not be there
 * @param present the paths that must be there
 * @param some what some element of a list must meet
 * @param none what no element of a list may meet
 */
record Way(
    List<Integer> keys,
    List<Domain> domains,
    List<Access> absent,
    List<Access> present,
    List<Some> some,
    List<Some> none) {

  /**
   * @param numbers the number of each key so far; new keys get the next
   */
  static Way of(Map<Object, Domain> demands, Map<Object, Integer> numbers) {
    Map<Integer, Domain> ordered = new TreeMap<>();
    List<Access> absent = new ArrayList<>();
    List<Access> present = new ArrayList<>();
    List<Some> some = new ArrayList<>();
    List<Some> none = new ArrayList<>();
    demands.forEach((key, domain) -> {
      Integer number = numbers.get(key);
      if (number == null) {
        number = numbers.size();
        numbers.put(key, number);
      }
      ordered.put(number, domain);
      if (key instanceof Access path && domain.values().isEmpty()) {
        absent.add(path);
      } else if (key instanceof Access path && !domain.absent()) {
        present.add(path);
      } else if (key instanceof Some element) {
        boolean there = domain.values() instanceof Domain.Booleans flag && flag.yes();
        (there ? some : none).add(element);
      }
    });
    return new Way(
        List.copyOf(ordered.keySet()), List.copyOf(ordered.values()), absent, present, some, none);
  }

  /** Whether no manifest goes both ways, as far as can be told. */
  boolean excludes(Way other) {
    return contradicts(other)
        || isAbove(absent, other.present)
        || isAbove(other.absent, present)
        || implies(some, other.none)
        || implies(other.some, none);
  }

  private boolean contradicts(Way other) {
    int i = 0;
    int j = 0;
    while (i < keys.size() && j < other.keys.size()) {
      int order = keys.get(i).compareTo(other.keys.get(j));
      if (order < 0) {
        i++;
      } else if (order > 0) {
        j++;
      } else {
        Domain both = domains.get(i).and(other.domains.get(j));
        if (both != null && both.isEmpty()) {
          return true;
        }
        i++;
        j++;
      }
    }
    return false;
  }

  private static boolean isAbove(List<Access> absent, List<Access> present) {
    for (Access above : absent) {
      for (Access below : present) {
        if (Alternatives.isAbove(above, below)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean implies(List<Some> some, List<Some> none) {
    for (Some one : some) {
      for (Some other : none) {
        if (one.implies(other)) {
          return true;
        }
      }
    }
    return false;
  }
}
