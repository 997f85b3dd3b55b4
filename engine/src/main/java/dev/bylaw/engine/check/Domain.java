package dev.bylaw.engine.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The values that one path may still have.
 *
 * @param absent whether it may be absent
 * @param values which values it may have if it is there
 */
record Domain(boolean absent, Values values) {

  boolean isEmpty() {
    return !absent && values.isEmpty();
  }

  /** What both allow; null if their values are not of one sort. */
  @Nullable Domain and(Domain other) {
    Values both = values.and(other.values);
    return both == null ? null : new Domain(absent && other.absent, both);
  }

  /** A set of values. */
  sealed interface Values {
    boolean isEmpty();

    Values not();

    /** What both allow; null if they are not of one sort. */
    @Nullable Values and(Values other);
  }

  /** Every value, of whatever sort; or none. */
  record Any(boolean all) implements Values {
    @Override
    public boolean isEmpty() {
      return !all;
    }

    @Override
    public Values not() {
      return new Any(!all);
    }

    @Override
    public Values and(Values other) {
      return all ? other : this;
    }
  }

  record Booleans(boolean yes, boolean no) implements Values {
    @Override
    public boolean isEmpty() {
      return !yes && !no;
    }

    @Override
    public Values not() {
      return new Booleans(!yes, !no);
    }

    @Override
    public @Nullable Values and(Values other) {
      return switch (other) {
        case Any any -> any.and(this);
        case Booleans b -> new Booleans(yes && b.yes, no && b.no);
        case Texts _, Matching _, Numbers _ -> null;
      };
    }
  }

  /** These texts, or with {@code except} all but these. */
  record Texts(Set<String> texts, boolean except) implements Values {
    @Override
    public boolean isEmpty() {
      return !except && texts.isEmpty();
    }

    @Override
    public Values not() {
      return new Texts(texts, !except);
    }

    @Override
    public @Nullable Values and(Values other) {
      return switch (other) {
        case Any any -> any.and(this);
        case Texts t -> intersect(t);
        case Matching m -> except ? m.and(text -> !texts.contains(text)) : m.among(texts);
        case Booleans _, Numbers _ -> null;
      };
    }

    private Texts intersect(Texts other) {
      Set<String> result = new LinkedHashSet<>(except ? other.texts : texts);
      if (except && other.except) {
        result.addAll(texts);
        return new Texts(result, true);
      }
      Texts filter = except ? this : other;
      if (filter.except) {
        result.removeAll(filter.texts);
      } else {
        result.retainAll(filter.texts);
      }
      return new Texts(result, false);
    }
  }

  /** The texts that meet a test: how many those are is not asked. */
  record Matching(Predicate<String> test) implements Values {
    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public Values not() {
      return new Matching(test.negate());
    }

    @Override
    public @Nullable Values and(Values other) {
      return switch (other) {
        case Any any -> any.and(this);
        case Matching m -> and(m.test);
        case Texts t -> t.and(this);
        case Booleans _, Numbers _ -> null;
      };
    }

    private Matching and(Predicate<String> more) {
      return new Matching(test.and(more));
    }

    private Texts among(Set<String> texts) {
      Set<String> matching = new LinkedHashSet<>();
      for (String text : texts) {
        if (test.test(text)) {
          matching.add(text);
        }
      }
      return new Texts(matching, false);
    }
  }

  /** Numbers in any of these intervals, which are in order and apart. */
  record Numbers(List<Interval> intervals) implements Values {
    @Override
    public boolean isEmpty() {
      return intervals.isEmpty();
    }

    @Override
    public Values not() {
      List<Interval> gaps = new ArrayList<>();
      Bound low = null;
      for (Interval interval : intervals) {
        if (interval.low() != null) {
          addIfAny(gaps, new Interval(low, interval.low().flipped()));
        }
        if (interval.high() == null) {
          return new Numbers(gaps);
        }
        low = interval.high().flipped();
      }
      addIfAny(gaps, new Interval(low, null));
      return new Numbers(gaps);
    }

    @Override
    public @Nullable Values and(Values other) {
      return switch (other) {
        case Any any -> any.and(this);
        case Numbers n -> {
          List<Interval> both = new ArrayList<>();
          for (Interval a : intervals) {
            for (Interval b : n.intervals) {
              addIfAny(both, a.and(b));
            }
          }
          yield new Numbers(both);
        }
        case Booleans _, Texts _, Matching _ -> null;
      };
    }

    /** The whole numbers among them. */
    Numbers whole() {
      List<Interval> whole = new ArrayList<>();
      for (Interval interval : intervals) {
        addIfAny(whole, interval.whole());
      }
      return new Numbers(whole);
    }

    private static void addIfAny(List<Interval> intervals, Interval interval) {
      if (!interval.isEmpty()) {
        intervals.add(interval);
      }
    }
  }

  /** From {@code low} to {@code high}; null is no bound. */
  record Interval(@Nullable Bound low, @Nullable Bound high) {
    boolean isEmpty() {
      if (low == null || high == null) {
        return false;
      }
      int order = low.at().compareTo(high.at());
      return order > 0 || (order == 0 && !(low.inclusive() && high.inclusive()));
    }

    Interval and(Interval other) {
      return new Interval(tighter(low, other.low, true), tighter(high, other.high, false));
    }

    /** From the first whole number to the last. */
    Interval whole() {
      return new Interval(
          low == null ? null : low.whole(RoundingMode.CEILING, BigDecimal.ONE),
          high == null ? null : high.whole(RoundingMode.FLOOR, BigDecimal.ONE.negate()));
    }

    private static @Nullable Bound tighter(@Nullable Bound a, @Nullable Bound b, boolean greater) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      int order = a.at().compareTo(b.at());
      if (order == 0) {
        return a.inclusive() ? b : a;
      }
      return order > 0 == greater ? a : b;
    }
  }

  record Bound(BigDecimal at, boolean inclusive) {
    /** The nearest whole number inside, rounded this way, or one step on if it is left out. */
    Bound whole(RoundingMode inwards, BigDecimal step) {
      BigDecimal rounded = at.setScale(0, inwards);
      boolean leftOut = !inclusive && rounded.compareTo(at) == 0;
      return new Bound(leftOut ? rounded.add(step) : rounded, true);
    }

    Bound flipped() {
      return new Bound(at, !inclusive);
    }
  }
}
