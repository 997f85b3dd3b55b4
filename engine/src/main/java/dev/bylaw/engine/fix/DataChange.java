package dev.bylaw.engine.fix;

import dev.bylaw.engine.finding.Change;
import dev.bylaw.engine.finding.Change.Literal;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.NodePath;
import dev.bylaw.engine.manifest.NodePath.Step;
import dev.bylaw.engine.manifest.Plain;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes carried out on data alone: what an edit of the text has to come to. */
final class DataChange {
  private final Span nowhere;

  /**
   * @param nowhere the place that new values get; nobody looks at it
   */
  private DataChange(Span nowhere) {
    this.nowhere = nowhere;
  }

  /** An object after all changes that mend those of the findings that are in it. */
  static Node all(Resource resource, List<Finding> mended) {
    DataChange data = new DataChange(resource.root().span());
    Node root = resource.root();
    for (Change change : changes(resource, mended)) {
      String path = change.path().substring(resource.pathPrefix().length());
      root = data.apply(root, change, NodePath.parse(path));
    }
    return root;
  }

  /** Each once, for two rules may want the same; and items are removed from the end of a list. */
  private static List<Change> changes(Resource resource, List<Finding> mended) {
    return mended.stream()
        .filter(finding -> finding.resource().pathPrefix().equals(resource.pathPrefix()))
        .flatMap(finding -> finding.changes().stream())
        .distinct()
        .sorted((a, b) -> Integer.compare(turn(a), turn(b)))
        .toList();
  }

  private static int turn(Change change) {
    if (!(change instanceof Change.Remove(String path))) {
      return 0;
    }
    return NodePath.parse(path).steps().getLast() instanceof Step.Item(int index)
        ? Integer.MAX_VALUE - index
        : 1;
  }

  /** The object after a change; the path is from the object. */
  private Node apply(Node root, Change change, NodePath path) {
    return switch (change) {
      case Change.Set(_, Literal value) -> at(root, path.steps(), _ -> node(value));
      case Change.Add(_, Literal value) -> at(root, path.steps(), old -> with(old, node(value)));
      case Change.Remove _ -> {
        Step last = path.steps().getLast();
        yield at(root, path.parent().steps(), old -> without(old, last));
      }
    };
  }

  private interface Edit {
    Node of(@Nullable Node old);
  }

  private Node at(@Nullable Node node, List<Step> steps, Edit edit) {
    if (steps.isEmpty()) {
      return edit.of(node);
    }
    List<Step> rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case Step.Field(String name) -> {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        if (node instanceof Node.Mapping map) {
          entries.putAll(map.entries());
        } else if (node != null && !(node instanceof Node.Null)) {
          throw new Refusal("its path leads through " + node.described());
        }
        Node.Entry old = entries.get(name);
        Node value = at(old == null ? null : old.value(), rest, edit);
        entries.put(name, new Node.Entry(name, nowhere, value));
        yield new Node.Mapping(entries, nowhere);
      }
      case Step.Item(int index) -> {
        if (!(node instanceof Node.Sequence list) || index >= list.items().size()) {
          throw new Refusal("the list has no such item");
        }
        List<Node> items = new ArrayList<>(list.items());
        items.set(index, at(items.get(index), rest, edit));
        yield new Node.Sequence(items, nowhere);
      }
    };
  }

  private Node node(Literal value) {
    return value.isString()
        ? new Node.Text(value.text(), nowhere)
        : Plain.value(value.text(), nowhere);
  }

  private Node with(@Nullable Node old, Node item) {
    List<Node> items = new ArrayList<>();
    if (old instanceof Node.Sequence list) {
      items.addAll(list.items());
    } else if (old != null && !(old instanceof Node.Null)) {
      throw new Refusal("it is " + old.described());
    }
    items.add(item);
    return new Node.Sequence(items, nowhere);
  }

  private Node without(@Nullable Node old, Step gone) {
    switch (gone) {
      case Step.Field(String name) -> {
        if (old instanceof Node.Mapping map && map.entries().containsKey(name)) {
          Map<String, Node.Entry> entries = new LinkedHashMap<>(map.entries());
          entries.remove(name);
          return new Node.Mapping(entries, nowhere);
        }
      }
      case Step.Item(int index) -> {
        if (old instanceof Node.Sequence list && index < list.items().size()) {
          List<Node> items = new ArrayList<>(list.items());
          items.remove(index);
          return new Node.Sequence(items, nowhere);
        }
      }
    }
    throw new Refusal("it is not there");
  }

  /** Whether two trees hold the same data; the order of keys and the places make no difference. */
  static boolean isSame(Node a, Node b) {
    return switch (a) {
      case Node.Mapping(Map<String, Node.Entry> entries, _) ->
          b instanceof Node.Mapping other
              && entries.keySet().equals(other.entries().keySet())
              && entries.values().stream().allMatch(entry -> isSameAt(entry, other));
      case Node.Sequence(List<Node> items, _) ->
          b instanceof Node.Sequence other && areSame(items, other.items());
      case Node.Text(String value, _) ->
          b instanceof Node.Text other && value.equals(other.value());
      case Node.Numeral number ->
          b instanceof Node.Numeral other && number.value().compareTo(other.value()) == 0;
      case Node.Bool(boolean value, _) -> b instanceof Node.Bool other && value == other.value();
      case Node.Null _ -> b instanceof Node.Null;
    };
  }

  private static boolean isSameAt(Node.Entry entry, Node.Mapping other) {
    Node value = other.get(entry.key());
    return value != null && isSame(entry.value(), value);
  }

  private static boolean areSame(List<Node> a, List<Node> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!isSame(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}
