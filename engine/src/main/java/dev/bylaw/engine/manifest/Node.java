package dev.bylaw.engine.manifest;

import dev.bylaw.engine.value.Decimal;
import dev.bylaw.grammar.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a manifest as the API server would see it, with the place where it is written.
 *
 * <p>Aliases and merges are resolved: a value that came through one is the node of its anchor, so
 * its span is where the text stands. A tree may therefore hold one node in several places; it never
 * holds itself.
 */
public sealed interface Node {
  Span span();

  /** How a message names the kind of value, with its article. */
  String described();

  /**
   * A mapping. Keys are unique, in the order of the JSON that the API server would get from this
   * text: the order of first appearance.
   */
  record Mapping(Map<String, Entry> entries, Span span) implements Node {
    public @Nullable Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    @Override
    public String described() {
      return "a map";
    }
  }

  /** A key as it is written, and its value. */
  record Entry(String key, Span keySpan, Node value) {}

  record Sequence(List<Node> items, Span span) implements Node {
    @Override
    public String described() {
      return "a list";
    }
  }

  record Text(String value, Span span) implements Node {
    @Override
    public String described() {
      return "a string";
    }
  }

  record Numeral(Decimal value, Span span) implements Node {
    @Override
    public String described() {
      return "a number";
    }
  }

  record Bool(boolean value, Span span) implements Node {
    @Override
    public String described() {
      return "a boolean";
    }
  }

  record Null(Span span) implements Node {
    @Override
    public String described() {
      return "null";
    }
  }
}
