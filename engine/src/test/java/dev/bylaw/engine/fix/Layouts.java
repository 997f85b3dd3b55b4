package dev.bylaw.engine.fix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes data as YAML in many ways: blocks and braces, quotes, comments, indentations. */
final class Layouts {
  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final int step;
  private final boolean comments;
  private int commentCount;

  private Layouts(Random random) {
    this.random = random;
    this.step = random.nextBoolean() ? 2 : 4;
    this.comments = random.nextBoolean();
  }

  /** One document, with LF or CR LF, and perhaps without a line end at the end. */
  static String of(Object data, long seed) {
    Random random = new Random(seed);
    Layouts layouts = new Layouts(random);
    if (random.nextInt(6) == 0) {
      // Without the line before it, a brace would make the file JSON.
      layouts.out.append("---\n");
      layouts.flow(data);
      layouts.out.append('\n');
    } else {
      layouts.map(asMap(data), 0, "");
    }
    String text = layouts.out.toString();
    if (random.nextInt(4) == 0) {
      text = text.stripTrailing();
    }
    return random.nextInt(3) == 0 ? text.replace("\n", "\r\n") : text;
  }

  private void map(Map<String, Object> map, int indent, String first) {
    List<Map.Entry<String, Object>> entries = new ArrayList<>(map.entrySet());
    Collections.shuffle(entries, random);
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0 || first.isEmpty()) {
        ownLineComment(indent);
      }
      out.append(i == 0 && !first.isEmpty() ? first : " ".repeat(indent));
      out.append(key(entries.get(i).getKey())).append(':');
      value(entries.get(i).getValue(), indent);
    }
  }

  private void value(Object value, int indent) {
    boolean block = random.nextInt(4) > 0;
    switch (value) {
      case Map<?, ?> map when block && !map.isEmpty() -> {
        lineEnd();
        map(asMap(map), indent + step, "");
      }
      case List<?> list when block && !list.isEmpty() -> {
        lineEnd();
        list(list, random.nextBoolean() ? indent : indent + step);
      }
      default -> {
        out.append(' ');
        flow(value);
        lineEnd();
      }
    }
  }

  private void list(List<?> list, int indent) {
    for (Object item : list) {
      ownLineComment(indent);
      String dash = " ".repeat(indent) + "- ";
      if (item instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(4) > 0) {
        map(asMap(map), indent + 2, dash);
      } else {
        out.append(dash);
        flow(item);
        lineEnd();
      }
    }
  }

  private void flow(Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        String between = "{";
        for (Map.Entry<String, Object> entry : asMap(map).entrySet()) {
          out.append(between).append(key(entry.getKey())).append(": ");
          flow(entry.getValue());
          between = ", ";
        }
        out.append(map.isEmpty() ? "{}" : random.nextInt(5) == 0 ? ",}" : "}");
      }
      case List<?> list -> {
        String between = "[";
        for (Object item : list) {
          out.append(between);
          flow(item);
          between = ", ";
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      case String text ->
          out.append(
              switch (random.nextInt(3)) {
                case 0 -> "'" + text + "'";
                case 1 -> '"' + text + '"';
                default -> text;
              });
      default -> out.append(value);
    }
  }

  private String key(String key) {
    return random.nextInt(6) == 0 ? '"' + key + '"' : key;
  }

  private void lineEnd() {
    out.append(comments && random.nextInt(4) == 0 ? "  # behind & more" : "");
    out.append('\n').append(random.nextInt(12) == 0 ? "\n" : "");
  }

  private void ownLineComment(int indent) {
    if (comments && random.nextInt(4) == 0) {
      int column = random.nextBoolean() ? indent : random.nextInt(indent + 3);
      out.append(" ".repeat(column)).append("# alone ").append(commentCount++).append(".\n");
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object data) {
    return (Map<String, Object>) data;
  }
}
