package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished value, with what its parent and its aliases need to know of it.
 *
 * @param keys the keys of a map by name, null for any other value; a merge needs their types
 * @param origin what a scalar is, null for any other value; a key needs it
 * @param weight how many values go-yaml decodes for it, aliases expanded
 * @param height how many maps and lists lie in each other here, aliases expanded
 * @param alias whether it is reached through an alias
 * @param use the place where it is used: its own, or that of the alias
 */
record Composed(
    Node node,
    @Nullable Map<String, MapKey> keys,
    @Nullable Resolved origin,
    long weight,
    int height,
    boolean alias,
    Span use) {
  Composed throughAlias(Span place) {
    return new Composed(node, keys, origin, weight, height, true, place);
  }
}
