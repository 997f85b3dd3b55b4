package dev.bylaw.engine.fix;

import dev.bylaw.engine.manifest.InPlace;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.NodePath;
import dev.bylaw.engine.manifest.NodePath.Step;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a path leads in the text of an object, every step of it written where it is used.
 *
 * @param found the values on the way, the object first
 * @param entries for each of them the key that it stands behind, or null
 * @param missing the steps that lead no further, outermost first
 */
record Place(List<Node> found, List<Node.@Nullable Entry> entries, List<Step> missing) {

  /** Follows a path from the document's root, as findings give it. */
  static Place of(Resource resource, String path, Layout layout) {
    String prefix = resource.pathPrefix();
    List<Step> steps =
        NodePath.parse(path.substring(Math.min(prefix.length(), path.length()))).steps();
    List<Node> found = new ArrayList<>(List.of(resource.root()));
    List<Node.@Nullable Entry> entries = new ArrayList<>();
    entries.add(null);
    for (int i = 0; i < steps.size(); i++) {
      Node node = found.getLast();
      switch (steps.get(i)) {
        case Step.Field(String name) -> {
          Node.Entry entry = node instanceof Node.Mapping map ? map.entries().get(name) : null;
          if (entry == null) {
            return new Place(found, entries, steps.subList(i, steps.size()));
          }
          requireOwn((Node.Mapping) node, entry, layout);
          found.add(entry.value());
          entries.add(entry);
        }
        case Step.Item(int index) -> {
          if (!(node instanceof Node.Sequence list) || index >= list.items().size()) {
            return new Place(found, entries, steps.subList(i, steps.size()));
          }
          requireOwn(list, index, layout);
          found.add(list.items().get(index));
          entries.add(null);
        }
      }
    }
    return new Place(found, entries, List.of());
  }

  private static void requireOwn(Node.Mapping map, Node.Entry entry, Layout layout) {
    if (InPlace.entries(map).stream().noneMatch(own -> own.keySpan().equals(entry.keySpan()))) {
      throw new Refusal("`" + entry.key() + "` comes from a merge (`<<`)");
    }
    if (!InPlace.isWritten(entry)) {
      throw new Refusal("`" + entry.key() + "` is an alias of a value that stands elsewhere");
    }
    if (layout.hasAnchor(entry.keySpan().end(), entry.value().span().start())) {
      throw new Refusal("`" + entry.key() + "` is an anchor, which aliases may use elsewhere");
    }
  }

  private static void requireOwn(Node.Sequence list, int index, Layout layout) {
    boolean[] own = InPlace.items(list);
    if (!own[index]) {
      throw new Refusal("the item is an alias of a value that stands elsewhere");
    }
    int from = list.span().start();
    for (int i = 0; i < index; i++) {
      from = own[i] ? list.items().get(i).span().end() : from;
    }
    if (layout.hasAnchor(from, list.items().get(index).span().start())) {
      throw new Refusal("the item is an anchor, which aliases may use elsewhere");
    }
  }

  boolean isWhole() {
    return missing.isEmpty();
  }

  /** The last value on the way. */
  Node node() {
    return found.getLast();
  }

  /** Whether the last value stands behind the key that is written there. */
  boolean isAt(Span key) {
    Node.Entry entry = entry();
    return entry != null && entry.keySpan().equals(key);
  }

  /** What holds the last value. */
  Node parent() {
    return found.get(found.size() - 2);
  }

  /** The key that the last value stands behind, or null. */
  Node.@Nullable Entry entry() {
    return entries.getLast();
  }

  /** The key that the last value's holder stands behind, or null. */
  Node.@Nullable Entry parentEntry() {
    return entries.get(entries.size() - 2);
  }

  /** The same place, one step less deep. */
  Place up() {
    return new Place(
        found.subList(0, found.size() - 1), entries.subList(0, entries.size() - 1), List.of());
  }
}
