package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.value.PathText;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a path leads in a document.
 *
 * @param path from the document's root
 * @param stablePath the same with list items by what they are instead of where, for fingerprints
 * @param node what is there, or null
 * @param anchor the nearest existing key, or where there is none the first of the list item or
 *     document that it would stand in
 * @param missing the fields that would have to be written under the anchor, outermost first
 */
record Location(
    String path, StablePath stablePath, @Nullable Node node, Span anchor, List<String> missing) {

  /** The root of a document or of a list's item. */
  static Location of(String path, Node.Mapping root) {
    return new Location(path, StablePath.ROOT, root, anchorOf(root, root.span()), List.of());
  }

  /** The value itself, or the anchor where there is none. */
  Span span() {
    return node == null || node instanceof Node.Null ? anchor : node.span();
  }

  /** The same place, of which a node says more than its value: the key of an entry. */
  Location at(Node key) {
    return new Location(path, stablePath, key, key.span(), List.of());
  }

  Location field(String name) {
    String next = append(path, name);
    StablePath stable = stablePath.to(name);
    Node.Entry entry = node instanceof Node.Mapping mapping ? mapping.entries().get(name) : null;
    if (entry == null) {
      List<String> more = new ArrayList<>(missing);
      more.add(name);
      return new Location(next, stable, null, anchor, more);
    }
    Node value = entry.value() instanceof Node.Null ? null : entry.value();
    return new Location(next, stable, value, entry.keySpan(), List.of());
  }

  Location item(int index) {
    Node item =
        node instanceof Node.Sequence list && index < list.items().size()
            ? list.items().get(index)
            : null;
    StringBuilder next = new StringBuilder(path);
    PathText.appendItem(next, index);
    StablePath stable = stablePath.to(item);
    if (item == null) {
      return new Location(next.toString(), stable, null, anchor, missing);
    }
    return new Location(next.toString(), stable, item, anchorOf(item, item.span()), List.of());
  }

  private static String append(String path, String field) {
    StringBuilder next = new StringBuilder(path);
    PathText.appendField(next, field);
    return next.toString();
  }

  private static Span anchorOf(Node node, Span otherwise) {
    return node instanceof Node.Mapping mapping && !mapping.entries().isEmpty()
        ? mapping.entries().values().iterator().next().keySpan()
        : otherwise;
  }
}
