package dev.bylaw.engine.example;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a draft.
 *
 * @param steps the number of the object, from 0, then names of fields and keys ({@link String}) and
 *     indexes of items ({@link Integer})
 */
record Pointer(List<Object> steps) {
  Pointer {
    steps = List.copyOf(steps);
  }

  static Pointer object(int number) {
    return new Pointer(List.of(number));
  }

  Pointer field(String name) {
    return then(name);
  }

  Pointer item(int index) {
    return then(index);
  }

  private Pointer then(Object step) {
    List<Object> more = new ArrayList<>(steps);
    more.add(step);
    return new Pointer(more);
  }

  /** Which item of its list this place is, from 0. */
  int position() {
    return (Integer) steps.getLast();
  }

  /** Whether this place is the other, or lies in it. */
  boolean isWithin(Pointer other) {
    int length = other.steps.size();
    if (steps.size() < length) {
      return false;
    }
    // The last steps differ most often.
    for (int i = length - 1; i >= 0; i--) {
      if (!steps.get(i).equals(other.steps.get(i))) {
        return false;
      }
    }
    return true;
  }
}
