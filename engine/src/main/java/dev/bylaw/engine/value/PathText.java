package dev.bylaw.engine.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a path into a manifest: {@code spec.containers[0]["a.b/c"]}. */
public final class PathText {
  private static final String HEX = "0123456789abcdef";

  private static final List<String> CONTAINERS =
      List.of("initContainers", "containers", "ephemeralContainers");

  private PathText() {}

  /** Appends {@code .name}, without the dot at the start, or {@code ["name"]} where it must. */
  public static void appendField(StringBuilder path, String name) {
    if (!isPlain(name)) {
      path.append("[\"");
      appendQuoted(path, name);
      path.append("\"]");
      return;
    }
    if (!path.isEmpty()) {
      path.append('.');
    }
    path.append(name);
  }

  public static void appendItem(StringBuilder path, int index) {
    path.append('[').append(index).append(']');
  }

  /** Whether a path is another one, or leads further than it. */
  public static boolean isWithin(String path, String outer) {
    return path.startsWith(outer)
        && (path.length() == outer.length()
            || outer.isEmpty()
            || path.charAt(outer.length()) == '.'
            || path.charAt(outer.length()) == '[');
  }

  /**
   * What a path ends with, as it is written: {@code image}, {@code args[1]}, {@code ["a.b/c"]} with
   * the field that has this key: {@code annotations["a.b/c"]}.
   */
  public static String lastName(String path) {
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        from = i + 1;
      }
    }
    return path.substring(from);
  }

  /**
   * The path of the container that a path leads to or into, for example {@code spec.containers[0]};
   * null if it leads to none.
   */
  public static @Nullable String container(String path) {
    int innermost = -1;
    for (String list : CONTAINERS) {
      String step = list + "[";
      for (int at = path.indexOf(step); at >= 0; at = path.indexOf(step, at + 1)) {
        if (at == 0 || path.charAt(at - 1) == '.') {
          innermost = Math.max(innermost, at);
        }
      }
    }
    int end = innermost < 0 ? -1 : path.indexOf(']', innermost);
    return end < 0 ? null : path.substring(0, end + 1);
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static void appendQuoted(StringBuilder path, String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '"', '\\' -> path.append('\\').append(c);
        case '\n' -> path.append("\\n");
        case '\r' -> path.append("\\r");
        case '\t' -> path.append("\\t");
        default -> {
          if (misleads(c)) {
            appendEscape(path, c);
          } else {
            path.append(c);
          }
        }
      }
    }
  }

  /**
   * Control characters, and those that a terminal does not show or that reorder what stands around
   * them: a manifest chooses the keys of its maps, and must not thereby choose how a report looks.
   */
  private static boolean misleads(char c) {
    return c < ' '
        || (c >= '\u007f' && c <= '\u009f')
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u206f')
        || c == '\ufeff';
  }

  private static void appendEscape(StringBuilder path, char c) {
    path.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      path.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
