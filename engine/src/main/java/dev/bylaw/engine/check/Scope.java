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
   * @param types its type, or for a variable of {@code exists} the types that its kind has in the
   *     versions of its API group
   */
  record Variable(String name, int index, List<Alternative> types) {}

  /**
   * One of the types that a path may have, because its rule is for several kinds or a kind has
   * several versions.
   */
  record Alternative(String kind, Type type) {}

  static Scope of(Pack pack, @Nullable Subject subject) {
    return new Scope(pack, subject, List.of());
  }

  Scope with(Variable variable) {
    List<Variable> more = new ArrayList<>(variables);
    more.add(variable);
    return new Scope(pack, subject, more);
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
