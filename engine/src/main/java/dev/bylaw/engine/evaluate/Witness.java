package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.policy.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that decided a condition.
 *
 * @param at where it is, or would be
 * @param access the path of the rule that led there; null for an element of a list
 * @param matched how a message names the element that decided; null if it was no element
 * @param note what is worth saying at the value, or null
 * @param bindings what the variables stood for then
 */
record Witness(
    Location at,
    @Nullable Access access,
    @Nullable String matched,
    @Nullable String note,
    List<Frame.@Nullable Binding> bindings) {

  /** The same, and something worth saying of it. */
  Witness withNote(String said) {
    return new Witness(at, access, matched, said, bindings);
  }

  /** Whether it is one element of several that were asked: the sharpest answer to what is wrong. */
  boolean isElement() {
    return matched != null;
  }
}
