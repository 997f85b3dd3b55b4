package dev.bylaw.engine.manifest;

import dev.bylaw.engine.value.Sha256;
import java.util.List;

/** What a node holds, whatever the order of its keys and the style in which it is written. */
public final class Content {
  private Content() {}

  /** Sixty-four hexadecimal digits, the same for two nodes only if they hold the same. */
  public static String digest(Node node) {
    StringBuilder content = new StringBuilder();
    append(node, content);
    return Sha256.hex(content.toString());
  }

  /** Each part with its kind and its length, so that no two nodes read the same. */
  private static void append(Node node, StringBuilder out) {
    switch (node) {
      case Node.Mapping map -> {
        List<String> keys = map.entries().keySet().stream().sorted().toList();
        out.append('{').append(keys.size()).append(':');
        for (String key : keys) {
          text(key, out);
          Node value = map.get(key);
          if (value != null) {
            append(value, out);
          }
        }
      }
      case Node.Sequence list -> {
        out.append('[').append(list.items().size()).append(':');
        list.items().forEach(item -> append(item, out));
      }
      case Node.Text text -> text(text.value(), out.append('"'));
      case Node.Numeral number -> text(number.value().toString(), out.append('0'));
      case Node.Bool bool -> out.append(bool.value() ? 't' : 'f');
      case Node.Null _ -> out.append('n');
    }
  }

  private static void text(String text, StringBuilder out) {
    out.append(text.length()).append(':').append(text);
  }
}
