package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A JSON object or array whose end has not been read yet. */
final class JsonLevel {
  private final int start;
  private final boolean isMap;
  private final Consumer<Diagnostic> warnings;
  private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
  private final List<Node> items = new ArrayList<>();
  private @Nullable String key;
  private @Nullable Span keySpan;

  JsonLevel(int start, boolean isMap, Consumer<Diagnostic> warnings) {
    this.start = start;
    this.isMap = isMap;
    this.warnings = warnings;
  }

  int start() {
    return start;
  }

  boolean isMap() {
    return isMap;
  }

  char closer() {
    return isMap ? '}' : ']';
  }

  void key(String name, Span span) {
    key = name;
    keySpan = span;
    Node.Entry first = entries.get(name);
    if (first != null) {
      warnings.accept(
          Diagnostic.of(
                  ManifestCode.DUPLICATE_KEY,
                  span,
                  "the key '" + name + "' is set twice in this map, and the last one counts",
                  "remove one of the two")
              .related(first.keySpan(), "set before here"));
    }
  }

  void put(Node value) {
    if (key != null && keySpan != null) {
      entries.put(key, new Node.Entry(key, keySpan, value));
    } else {
      items.add(value);
    }
  }

  Node finish(Span span) {
    return isMap
        ? new Node.Mapping(Collections.unmodifiableMap(entries), span)
        : new Node.Sequence(Collections.unmodifiableList(items), span);
  }
}
