package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a condition can come true: none of them, and it never does.
 *
 * @param each what a way demands of single paths, all of it together; a key that is no {@link
 *     Access} stands for a condition that is not taken apart
 */
record Alternatives(List<Map<Object, Domain>> each) {
  static final Alternatives NEVER = new Alternatives(List.of());
  static final Alternatives ALWAYS = new Alternatives(List.of(Map.of()));

  /** More than so many are given up. */
  private static final int MOST = 256;

  /** Nor are more demands of all ways together: each is held against the others of its way. */
  private static final int MOST_DEMANDS = 4096;

  Alternatives {
    if (each.size() > MOST) {
      throw new TooMany();
    }
  }

  static Alternatives one(Object key, Domain domain) {
    return domain.isEmpty() ? NEVER : new Alternatives(List.of(Map.of(key, domain)));
  }

  boolean areNone() {
    return each.isEmpty();
  }

  Alternatives or(Alternatives other) {
    List<Map<Object, Domain>> all = new ArrayList<>(each);
    all.addAll(other.each);
    return new Alternatives(all);
  }

  Alternatives and(Alternatives other) {
    List<Map<Object, Domain>> result = new ArrayList<>();
    int demands = 0;
    for (Map<Object, Domain> a : each) {
      for (Map<Object, Domain> b : other.each) {
        Map<Object, Domain> both = merge(a, b);
        if (both != null) {
          demands += both.size();
          result.add(both);
        }
        if (result.size() > MOST || demands > MOST_DEMANDS) {
          throw new TooMany();
        }
      }
    }
    return new Alternatives(result);
  }

  /** The demands of both; null if two of them exclude each other. */
  private static @Nullable Map<Object, Domain> merge(Map<Object, Domain> a, Map<Object, Domain> b) {
    Map<Object, Domain> both = new LinkedHashMap<>(a);
    for (Map.Entry<Object, Domain> entry : b.entrySet()) {
      Domain other = both.get(entry.getKey());
      Domain domain = other == null ? entry.getValue() : other.and(entry.getValue());
      if (domain != null && domain.isEmpty()) {
        return null;
      }
      if (domain != null) {
        both.put(entry.getKey(), domain);
      }
    }
    return absentAbove(both) ? null : both;
  }

  /** Whether a path must be there while one above it must not. */
  private static boolean absentAbove(Map<Object, Domain> demands) {
    for (Map.Entry<Object, Domain> upper : demands.entrySet()) {
      if (upper.getKey() instanceof Access above && upper.getValue().values().isEmpty()) {
        for (Map.Entry<Object, Domain> lower : demands.entrySet()) {
          if (lower.getKey() instanceof Access below
              && !lower.getValue().absent()
              && isAbove(above, below)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether one path leads to the other, so that this is absent where that is. */
  static boolean isAbove(Access above, Access below) {
    return below.steps().size() > above.steps().size()
        && below.root().equals(above.root())
        && below.steps().subList(0, above.steps().size()).equals(above.steps());
  }

  /** There are too many to go on: the answer is "perhaps". */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("too many alternatives", null, false, false);
    }
  }
}
