package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Node;
import java.util.Map;

/** A value of a manifest on one line, as flow YAML, cut where it is long. */
final class FlowText {
  private static final int LONGEST = 160;
  private static final String CUT = "…";

  private final StringBuilder out = new StringBuilder();

  private FlowText() {}

  static String of(Node node) {
    FlowText text = new FlowText();
    text.node(node);
    return text.cut();
  }

  static String of(Map<String, String> map) {
    FlowText text = new FlowText();
    text.out.append('{');
    map.forEach((key, value) -> {
      text.key(key);
      text.text(value);
    });
    text.out.append('}');
    return text.cut();
  }

  private String cut() {
    return out.length() <= LONGEST ? out.toString() : out.substring(0, LONGEST) + CUT;
  }

  private void node(Node node) {
    if (out.length() > LONGEST) {
      return;
    }
    switch (node) {
      case Node.Text text -> text(text.value());
      case Node.Numeral number -> out.append(number.value());
      case Node.Bool bool -> out.append(bool.value());
      case Node.Null _ -> out.append("null");
      case Node.Sequence list -> {
        out.append('[');
        for (Node item : list.items()) {
          out.append(out.charAt(out.length() - 1) == '[' ? "" : ", ");
          node(item);
        }
        out.append(']');
      }
      case Node.Mapping map -> {
        out.append('{');
        map.entries()
            .forEach((key, entry) -> {
              key(key);
              node(entry.value());
            });
        out.append('}');
      }
    }
  }

  private void key(String key) {
    out.append(out.charAt(out.length() - 1) == '{' ? "" : ", ");
    text(key);
    out.append(": ");
  }

  /** In quotes where it would read as something else than this text. */
  private void text(String value) {
    if (isPlain(value)) {
      out.append(value);
    } else {
      out.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
  }

  private static boolean isPlain(String value) {
    if (value.isEmpty() || !(startsPlain(value) || isAmount(value))) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9') && "-_./:@*".indexOf(c) < 0) {
        return false;
      }
    }
    return switch (value) {
      case "true", "false", "null", "yes", "no", "on", "off", "y", "n" -> false;
      default -> value.charAt(value.length() - 1) != ':';
    };
  }

  private static boolean startsPlain(String value) {
    return isLetter(value.charAt(0)) || value.charAt(0) == '/';
  }

  /** {@code 2Gi}, {@code 500m}: no number, because it ends in its unit. */
  private static boolean isAmount(String value) {
    char first = value.charAt(0);
    return first >= '0' && first <= '9' && isLetter(value.charAt(value.length() - 1));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
