package dev.bylaw.engine.manifest;

import dev.bylaw.engine.value.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Manifests in the notation of the vectors: what kubectl printed, with sorted keys. */
final class Rendered {
  private static final Set<String> IDENTITY = Set.of("apiVersion", "kind", "metadata");
  private static final BigDecimal LARGEST_PLAIN = new BigDecimal("1e21");

  private Rendered() {}

  /** {@code Kind/name {other fields}} for each object and {@code ERR} for what is unreadable. */
  static String documents(List<Manifest> manifests) {
    List<String> parts = new ArrayList<>();
    for (Manifest manifest : manifests) {
      for (Resource resource : manifest.resources()) {
        parts.add(resource.kind() + "/" + resource.name() + " " + rest(resource.root()));
      }
      if (manifest.status() != Manifest.Status.KUBERNETES) {
        parts.add("ERR");
      }
    }
    return String.join(" || ", parts);
  }

  private static String rest(Node.Mapping root) {
    StringBuilder out = new StringBuilder();
    map(root, IDENTITY, out);
    return out.toString();
  }

  static String json(Node node) {
    StringBuilder out = new StringBuilder();
    value(node, out);
    return out.toString();
  }

  private static void value(Node node, StringBuilder out) {
    switch (node) {
      case Node.Mapping map -> map(map, Set.of(), out);
      case Node.Sequence(List<Node> items, _) -> {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
          out.append(i == 0 ? "" : ", ");
          value(items.get(i), out);
        }
        out.append(']');
      }
      case Node.Text(String text, _) -> string(text, out);
      case Node.Numeral(Decimal number, _) -> number(number.toBigDecimal(), out);
      case Node.Bool(boolean flag, _) -> out.append(flag);
      case Node.Null _ -> out.append("null");
    }
  }

  private static void map(Node.Mapping map, Set<String> without, StringBuilder out) {
    Map<String, Node.Entry> sorted = new TreeMap<>(map.entries());
    sorted.keySet().removeAll(without);
    out.append('{');
    String separator = "";
    for (Node.Entry entry : sorted.values()) {
      out.append(separator);
      string(entry.key(), out);
      out.append(": ");
      value(entry.value(), out);
      separator = ", ";
    }
    out.append('}');
  }

  private static void number(BigDecimal number, StringBuilder out) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (whole && number.abs().compareTo(LARGEST_PLAIN) < 0) {
      out.append(number.toBigInteger());
    } else if (whole) {
      out.append("\"FLOAT:");
      String digits = number.toBigInteger().toString().replaceAll("0+$", "");
      out.append(digits.charAt(0)).append('.').append(digits, 1, digits.length());
      out.append("e+").append(number.precision() - number.scale() - 1).append('"');
    } else {
      out.append("\"FLOAT:").append(number.toPlainString()).append('"');
    }
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c > '~') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
