package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a document, as apimachinery finds them: anything with {@code items} is a list,
 * whatever its kind, and an item without {@code apiVersion} and {@code kind} inherits the list's.
 */
final class ListFlattener {
  private final List<Resource> resources = new ArrayList<>();
  private final List<Diagnostic> errors = new ArrayList<>();
  private boolean isKubernetes;

  ListFlattener(Node root) {
    if (root instanceof Node.Mapping object && !text(object, "kind").isEmpty()) {
      Node items = object.get("items");
      if (items != null) {
        isKubernetes = true;
        flatten(object, items);
      } else if (!text(object, "apiVersion").isEmpty()) {
        isKubernetes = true;
        add("", text(object, "apiVersion"), text(object, "kind"), object);
      }
    }
  }

  boolean isKubernetes() {
    return isKubernetes;
  }

  List<Resource> resources() {
    return resources;
  }

  /** Why some items are no objects. */
  List<Diagnostic> errors() {
    return errors;
  }

  private void flatten(Node.Mapping list, Node items) {
    switch (items) {
      case Node.Sequence(List<Node> nodes, _) -> {
        for (int i = 0; i < nodes.size(); i++) {
          item(list, "items[" + i + "].", nodes.get(i));
        }
      }
      case Node.Null _ -> {}
      case Node.Mapping _, Node.Text _, Node.Numeral _, Node.Bool _ ->
          errors.add(
              Diagnostic.of(
                  ManifestCode.INVALID_LIST,
                  items.span(),
                  "'items' makes this object a list, but it is " + items.described(),
                  "give 'items' a list, or move it below 'spec'"));
    }
  }

  private void item(Node.Mapping list, String prefix, Node item) {
    if (!(item instanceof Node.Mapping written)) {
      error(
          ManifestCode.INVALID_LIST_ITEM,
          item,
          "an item of a list is an object, not " + item.described(),
          "remove it, or write an object with 'apiVersion' and 'kind'");
      return;
    }
    Node.Mapping object = written;
    if (text(written, "apiVersion").isEmpty() && text(written, "kind").isEmpty()) {
      object = inheriting(written, list);
    }
    String apiVersion = text(object, "apiVersion");
    String kind = text(object, "kind");
    if (object.get("items") instanceof Node.Sequence) {
      error(
          ManifestCode.NESTED_LIST,
          item,
          "kubectl does not read a list inside a list",
          "move its items into the outer list");
    } else if (apiVersion.isEmpty() || kind.isEmpty()) {
      error(
          ManifestCode.INVALID_LIST_ITEM,
          item,
          "this item has no '" + (kind.isEmpty() ? "kind" : "apiVersion") + "'",
          "give it 'apiVersion' and 'kind'");
    } else {
      add(prefix, apiVersion, kind, object);
    }
  }

  private void error(ManifestCode code, Node item, String message, String help) {
    errors.add(Diagnostic.of(code, item.span(), message, help));
  }

  private void add(String prefix, String apiVersion, String kind, Node.Mapping object) {
    Node metadata = object.get("metadata");
    String namespace = metadata instanceof Node.Mapping map ? named(map, "namespace") : null;
    String name = metadata instanceof Node.Mapping map ? named(map, "name") : null;
    resources.add(new Resource(prefix, apiVersion, kind, namespace, name, object));
  }

  /** An item as kubectl sends it: with what it leaves to its list, after its own keys. */
  private static Node.Mapping inheriting(Node.Mapping item, Node.Mapping list) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>(item.entries());
    inherit(entries, list, "apiVersion", text(list, "apiVersion"));
    inherit(entries, list, "kind", withoutList(text(list, "kind")));
    return new Node.Mapping(entries, item.span());
  }

  private static void inherit(
      Map<String, Node.Entry> entries, Node.Mapping list, String key, String value) {
    Node.Entry entry = list.entries().get(key);
    if (entry != null && !value.isEmpty()) {
      Node.Text text = new Node.Text(value, entry.value().span());
      entries.put(key, new Node.Entry(key, entry.keySpan(), text));
    }
  }

  private static String withoutList(String kind) {
    return kind.endsWith("List") ? kind.substring(0, kind.length() - 4) : kind;
  }

  private static @Nullable String named(Node.Mapping map, String key) {
    String value = text(map, key);
    return value.isEmpty() ? null : value;
  }

  private static String text(Node.Mapping map, String key) {
    return map.get(key) instanceof Node.Text(String value, _) ? value : "";
  }
}
