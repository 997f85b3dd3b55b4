package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A map whose end has not been read yet. Pairs and merges take effect in the order of the text, as
 * in go-yaml v2: a merge overrides the keys before it, in other libraries it does not.
 */
final class MappingFrame extends Frame {
  private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
  private final Map<String, MapKey> keys = new LinkedHashMap<>();

  /** Those written in this map itself, whatever a merge has put in their place since. */
  private final Map<String, Span> written = new LinkedHashMap<>();

  private final Consumer<Diagnostic> warnings;
  private @Nullable MapKey key;
  private @Nullable Span keySpan;
  private boolean merge;

  MappingFrame(
      @Nullable String anchor, int start, boolean bracketed, Consumer<Diagnostic> warnings) {
    super(anchor, start, bracketed);
    this.warnings = warnings;
  }

  boolean expectsKey() {
    return key == null && !merge;
  }

  /** The offset where the key ends whose value comes next, or -1 if a key comes next. */
  int keyEnd() {
    return keySpan == null || key == null ? -1 : keySpan.end();
  }

  boolean merges() {
    return merge;
  }

  /** The key is {@code <<}: the next value is merged. */
  void startMerge() {
    merge = true;
  }

  @Override
  void accept(Composed child) {
    if (expectsKey()) {
      acceptKey(child);
    } else if (!merge && key != null && keySpan != null) {
      put(key, new Node.Entry(key.name(), keySpan, child.node()));
      key = null;
    }
  }

  private void acceptKey(Composed child) {
    Span span = child.use();
    if (child.origin() == null) {
      throw new Unreadable(
          Diagnostic.of(
              ManifestCode.INVALID_KEY,
              span,
              "a key cannot be " + child.node().described(),
              "put the key in quotes"));
    }
    MapKey next = MapKey.of(child.origin());
    if (next.origin() instanceof Resolved.Invalid(String message, String help)) {
      throw new Unreadable(Diagnostic.of(ManifestCode.INVALID_KEY, span, message, help));
    }
    key = next;
    keySpan = span;
    Span first = written.get(next.name());
    if (first != null && next.isSameIn(keys.getOrDefault(next.name(), next))) {
      warnings.accept(
          Diagnostic.of(
                  ManifestCode.DUPLICATE_KEY,
                  span,
                  "the key '" + next.name() + "' is set twice in this map, and the last one counts",
                  "remove one of the two")
              .related(first, "first set here"));
    }
    written.putIfAbsent(next.name(), span);
  }

  private void put(MapKey next, Node.Entry entry) {
    MapKey before = keys.put(next.name(), next);
    if (before != null && !next.isSameIn(before)) {
      Node.Entry other = entries.get(next.name());
      Diagnostic ambiguous =
          Diagnostic.of(
              ManifestCode.AMBIGUOUS_KEY,
              entry.keySpan(),
              "the key '"
                  + next.name()
                  + "' is written as two different YAML values, and kubectl keeps either by chance",
              "keep one of the two, in quotes");
      throw new Unreadable(
          other == null ? ambiguous : ambiguous.related(other.keySpan(), "the other is here"));
    }
    entries.put(next.name(), entry);
  }

  /** Ends a merge of one map. */
  void merge(Composed map) {
    add(map);
    merge(map.use(), List.of(map));
  }

  /** Ends a merge of a list, which go-yaml does not count as a value. */
  void mergeList(Composed list, List<Composed> maps) {
    add(list);
    merge(list.use(), maps);
  }

  /** Ends a merge. In a list the earlier maps win, so they are put in last. */
  private void merge(Span place, List<Composed> maps) {
    merge = false;
    for (int i = maps.size() - 1; i >= 0; i--) {
      Composed map = maps.get(i);
      if (map.keys() == null || !(map.node() instanceof Node.Mapping mapping)) {
        throw new Unreadable(
            Diagnostic.of(
                ManifestCode.INVALID_MERGE,
                place,
                "the merge key '<<' takes a map or a list of maps",
                "name a map, for example '<<: *defaults'"));
      }
      for (Map.Entry<String, MapKey> source : map.keys().entrySet()) {
        Node.Entry entry = mapping.entries().get(source.getKey());
        if (entry != null) {
          warnIfOverridden(place, entry);
          put(source.getValue(), entry);
        }
      }
    }
  }

  private void warnIfOverridden(Span place, Node.Entry entry) {
    Span first = written.get(entry.key());
    if (first != null) {
      warnings.accept(
          Diagnostic.of(
                  ManifestCode.MERGE_OVERRIDES_KEY,
                  place,
                  "this merge overrides the key '" + entry.key() + "' that is set before it",
                  "put the merge first in its map: then the key counts")
              .related(first, "set here, to no effect"));
    }
  }

  @Override
  Composed finish(Span span) {
    Node node = new Node.Mapping(Collections.unmodifiableMap(entries), span);
    return new Composed(node, keys, null, weight(), height(), false, span);
  }
}
