package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.explain.Trace.Collected;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Cuts a collection to what a reader can take in. */
final class Bounded {
  /** How many elements are shown. */
  static final int MOST = 10;

  private Bounded() {}

  /** The first of those that decide, and of the others as many as there is room, in their order. */
  static <T> Collected<T> of(List<T> all, Predicate<T> decides) {
    if (all.size() <= MOST) {
      return new Collected<>(all, 0);
    }
    long deciding = all.stream().filter(decides).limit(MOST).count();
    long room = MOST - deciding;
    List<T> shown = new ArrayList<>();
    for (T one : all) {
      if (decides.test(one) ? deciding-- > 0 : room-- > 0) {
        shown.add(one);
      }
    }
    return new Collected<>(shown, all.size() - shown.size());
  }
}
