package dev.bylaw.engine.mutation;

import dev.bylaw.engine.policy.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A part of a rule as it would be after a change. */
record Variant<T>(T changed, Change change) {

  <U> Variant<U> within(Function<T, U> whole) {
    return new Variant<>(whole.apply(changed), change);
  }

  /** The whole with each variant of a part of it. */
  static <T, U> List<Variant<U>> within(List<Variant<T>> parts, Function<T, U> whole) {
    List<Variant<U>> all = new ArrayList<>();
    parts.forEach(part -> all.add(part.within(whole)));
    return all;
  }

  /** A list of conditions with another one in one place. */
  static List<Condition> with(List<Condition> all, int index, Condition other) {
    List<Condition> changed = new ArrayList<>(all);
    changed.set(index, other);
    return changed;
  }

  static <T> List<T> without(List<T> all, int index) {
    List<T> fewer = new ArrayList<>(all);
    fewer.remove(index);
    return fewer;
  }
}
