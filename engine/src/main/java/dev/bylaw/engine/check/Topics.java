package dev.bylaw.engine.check;

import dev.bylaw.engine.check.Satisfiability.Demand;
import dev.bylaw.engine.policy.Access;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a way to break a rule or to keep to it speaks of, so that a rule need not be held against
 * every other one: a way to break one rule and a way to keep to another have a topic in common, or
 * they do not exclude each other.
 *
 * <p>A topic is a path, or where the way to keep to the rule excludes no more than a value or a
 * few, the path with such a value. A thousand rules that each ask for a tag of their own have no
 * topic in common.
 */
final class Topics {
  private Topics() {}

  /** A value at a place. */
  private record At(Object place, Object value) {}

  /** What stands in a list. */
  private record In(String list, Object topic) {}

  /** The topics of a way to break a rule. */
  static Set<Object> ofBroken(Map<Object, Domain> demands) {
    Set<Object> topics = new LinkedHashSet<>();
    demands.forEach((key, domain) -> {
      Object place = place(key);
      topics.add(place);
      Object value = only(domain.values());
      if (value != null) {
        topics.add(new At(place, value));
      }
      if (key instanceof Some some && isFlagged(domain)) {
        Map<Object, Domain> element = firstWay(some.demands());
        if (element != null) {
          ofBroken(element).forEach(topic -> topics.add(new In(some.list(), topic)));
        }
      }
    });
    return topics;
  }

  /** The topics of a way to keep to a rule. */
  static Set<Object> ofKept(Map<Object, Domain> demands) {
    Set<Object> topics = new LinkedHashSet<>();
    demands.forEach((key, domain) -> {
      Object place = place(key);
      Set<?> excluded = domain.absent() ? allBut(domain.values()) : Set.of();
      Map<Object, Domain> element =
          key instanceof Some some && !isFlagged(domain) ? unmet(some) : null;
      if (key instanceof Some some && element != null) {
        ofKept(element).forEach(topic -> topics.add(new In(some.list(), topic)));
      } else if (excluded.isEmpty()) {
        topics.add(place);
      } else {
        excluded.forEach(value -> topics.add(new At(place, value)));
      }
    });
    return topics;
  }

  /** Paths that begin alike have one place, for one may be absent with the other. */
  private static Object place(Object key) {
    return switch (key) {
      case Access path when !path.steps().isEmpty() ->
          List.of(path.root(), path.steps().getFirst());
      case Some some -> some.list();
      default -> key;
    };
  }

  private static boolean isFlagged(Domain domain) {
    return domain.values() instanceof Domain.Booleans flag && flag.yes();
  }

  /** A way in which an element does not meet the first of what it has to meet. */
  private static @Nullable Map<Object, Domain> unmet(Some some) {
    Demand first = some.demands().getFirst();
    return firstWay(List.of(new Demand(first.condition(), !first.truth())));
  }

  private static @Nullable Map<Object, Domain> firstWay(List<Demand> demands) {
    Alternatives alternatives = Satisfiability.alternatives(demands);
    return alternatives == null || alternatives.areNone() ? null : alternatives.each().getFirst();
  }

  /** One of the values where there are not many; a set that excludes them excludes it. */
  private static @Nullable Object only(Domain.Values values) {
    return switch (values) {
      case Domain.Texts texts when !texts.except() && !texts.texts().isEmpty() ->
          texts.texts().iterator().next();
      case Domain.Numbers numbers -> point(numbers);
      case Domain.Any _, Domain.Booleans _, Domain.Texts _, Domain.Matching _ -> null;
    };
  }

  /** The values that are excluded; none where they are too many to name. */
  private static Set<?> allBut(Domain.Values values) {
    return switch (values) {
      case Domain.Texts texts when texts.except() -> texts.texts();
      case Domain.Numbers numbers -> {
        // Whole numbers but 5 are those up to 4 and those from 6 on.
        Domain.Values gaps = numbers.not();
        BigDecimal gap = gaps instanceof Domain.Numbers between ? point(between.whole()) : null;
        yield gap == null ? Set.of() : Set.of(gap);
      }
      case Domain.Any _, Domain.Booleans _, Domain.Texts _, Domain.Matching _ -> Set.of();
    };
  }

  private static @Nullable BigDecimal point(Domain.Numbers numbers) {
    if (numbers.intervals().size() != 1) {
      return null;
    }
    Domain.Bound low = numbers.intervals().getFirst().low();
    Domain.Bound high = numbers.intervals().getFirst().high();
    return low != null && high != null && low.at().compareTo(high.at()) == 0
        ? low.at().stripTrailingZeros()
        : null;
  }
}
