package dev.bylaw.engine.example;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a draft as YAML: block style, two spaces, and a document for each object. */
final class DraftText {
  /** Texts that YAML reads as something else; the reader of Kubernetes knows YAML 1.1. */
  private static final List<String> WORDS =
      List.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  private static final List<Object> FIRST =
      List.of("apiVersion", "kind", "metadata", "name", "image");

  private final Draft draft;
  private final StringBuilder text = new StringBuilder();

  private DraftText(Draft draft) {
    this.draft = draft;
  }

  static String of(Draft draft) {
    DraftText writer = new DraftText(draft);
    for (int i = 0; i < draft.objects(); i++) {
      if (i > 0) {
        writer.text.append("---\n");
      }
      writer.fields(Pointer.object(i), 0, false);
    }
    return writer.text.toString();
  }

  private void fields(Pointer at, int indent, boolean afterDash) {
    boolean first = afterDash;
    List<Object> steps = draft.children(at);
    steps.sort((a, b) -> Integer.compare(rank(a), rank(b)));
    for (Object step : steps) {
      if (!first) {
        text.append(" ".repeat(indent));
      }
      first = false;
      String key = step.toString();
      text.append(scalar(key)).append(':');
      value(at.field(key), indent);
    }
  }

  /** As people write it: what an object is comes first. */
  private static int rank(Object key) {
    int rank = FIRST.indexOf(key);
    return rank < 0 ? FIRST.size() : rank;
  }

  private void value(Pointer at, int indent) {
    List<Object> children = draft.children(at);
    Leaf leaf = draft.leaf(at);
    if (children.isEmpty()) {
      text.append(' ').append(scalar(leaf)).append('\n');
    } else if (children.getFirst() instanceof Integer) {
      text.append('\n');
      items(at, children, indent);
    } else {
      text.append('\n');
      fields(at, indent + 2, false);
    }
  }

  private void items(Pointer at, List<Object> children, int indent) {
    for (int i = 0; i < children.size(); i++) {
      text.append(" ".repeat(indent)).append("- ");
      Pointer item = at.item(i);
      if (draft.children(item).isEmpty()) {
        text.append(scalar(draft.leaf(item))).append('\n');
      } else {
        fields(item, indent + 2, true);
      }
    }
  }

  private static String scalar(@Nullable Leaf leaf) {
    return switch (leaf) {
      case Leaf.Text value -> scalar(value.value());
      case Leaf.Numeral number -> number.value().toPlainString();
      case Leaf.Bool bool -> bool.value() ? "true" : "false";
      case Leaf.EmptyList _ -> "[]";
      case Leaf.EmptyMap _ -> "{}";
      case Leaf.Absent _ -> "null";
      case null -> "null";
    };
  }

  private static String scalar(String value) {
    return isPlain(value) ? value : quoted(value);
  }

  /** Whether the text stands for itself without quotes, whoever reads it. */
  private static boolean isPlain(String value) {
    if (value.isEmpty() || !(isLetter(value.charAt(0)) || value.charAt(0) == '/')) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean colon = c == ':' && i + 1 < value.length() && value.charAt(i + 1) != ' ';
      if (!isLetter(c) && !(c >= '0' && c <= '9') && "/._-@".indexOf(c) < 0 && !colon) {
        return false;
      }
    }
    return WORDS.stream().noneMatch(word -> word.equalsIgnoreCase(value));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** In double quotes, as JSON has it. */
  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default -> {
          if (c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
            String hex = Integer.toHexString(c);
            quoted.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
