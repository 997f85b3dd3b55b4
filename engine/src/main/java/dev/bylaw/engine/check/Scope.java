package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at one place of a rule.
 *
 * @param pack whose words are known
 * @param subject what the rule is for; null inside a {@code let}, which is for nothing
 * @param variables those of the quantifiers around, innermost last
 */
record Scope(Pack pack, @Nullable Subject subject, List<Variable> variables) {

  /**
   * A variable of a quantifier or of {@code exists}.
   *
   * @param isKey whether it stands for the key of an entry, and the variable of the same index for
   *     its value
   * @param types its type, or for a variable of {@code exists} the types that its kind has in the
   *     versions of its API group
   */
  record Variable(String name, int index, boolean isKey, List<Alternative> types) {

    /**
     * The variables of a quantifier: one for the items of a list, and before it, if it has a name,
     * one for the position or the key.
     *
     * @param collection the type of the list or the map
     */
    static List<Variable> of(
        int index, @Nullable String key, String name, Type type, Type collection) {
      Variable value = new Variable(name, index, false, List.of(new Alternative("", type)));
      Alternative of = new Alternative("", Values.keyOf(collection));
      return key == null
          ? List.of(value)
          : List.of(new Variable(key, index, true, List.of(of)), value);
    }
  }

  /**
   * One of the types that a path may have, because its rule is for several kinds or a kind has
   * several versions.
   */
  record Alternative(String kind, Type type) {}

  static Scope of(Pack pack, @Nullable Subject subject) {
    return new Scope(pack, subject, List.of());
  }

  Scope with(List<Variable> inner) {
    List<Variable> more = new ArrayList<>(variables);
    more.addAll(inner);
    return new Scope(pack, subject, more);
  }

  /** The index for a quantifier inside. */
  int nextIndex() {
    return variables.isEmpty() ? 0 : variables.getLast().index() + 1;
  }

  @Nullable Variable variable(String name) {
    return variables.reversed().stream()
        .filter(v -> v.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  boolean has(Subject.Level level) {
    return subject != null && subject.level().compareTo(level) >= 0;
  }
}
