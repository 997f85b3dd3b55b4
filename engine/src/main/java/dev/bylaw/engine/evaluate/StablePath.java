package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Content;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.value.PathText;
import org.jspecify.annotations.Nullable;

/**
 * A path that outlives edits elsewhere, for fingerprints: an item of a list is known by its name, a
 * plain value by itself, and another by all that it holds. It is put into words only when somebody
 * asks, for most places are never found fault with.
 *
 * @param before null at the root
 * @param field of a map; null where the step leads into a list
 * @param item of the list; null where there is none
 */
record StablePath(@Nullable StablePath before, @Nullable String field, @Nullable Node item) {
  private static final int DIGITS = 16;

  /** The path to an object itself. */
  static final StablePath ROOT = new StablePath(null, null, null);

  StablePath to(String name) {
    return new StablePath(this, name, null);
  }

  StablePath to(@Nullable Node listItem) {
    return new StablePath(this, null, listItem);
  }

  /** The path as a text, for example {@code spec.containers[name=app].image}. */
  String text() {
    StringBuilder out = new StringBuilder();
    append(out);
    return out.toString();
  }

  private void append(StringBuilder out) {
    if (before == null) {
      return;
    }
    before.append(out);
    if (field != null) {
      PathText.appendField(out, field);
    } else {
      out.append('[').append(item == null ? "" : keyOf(item)).append(']');
    }
  }

  private static String keyOf(Node item) {
    return switch (item) {
      case Node.Mapping map when map.get("name") instanceof Node.Text name ->
          "name=" + name.value();
      case Node.Text text -> "=" + text.value();
      case Node.Mapping _, Node.Sequence _, Node.Numeral _, Node.Bool _, Node.Null _ ->
          "#" + Content.digest(item).substring(0, DIGITS);
    };
  }
}
