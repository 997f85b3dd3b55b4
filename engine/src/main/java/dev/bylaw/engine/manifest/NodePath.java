package dev.bylaw.engine.manifest;

import dev.bylaw.engine.value.PathText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path into a tree, step by step: what {@link PathText} writes, read back. */
public record NodePath(List<Step> steps) {
  public NodePath {
    steps = List.copyOf(steps);
  }

  /** One step down. */
  public sealed interface Step {
    /** To the value of a key. */
    record Field(String name) implements Step {}

    /** To an item, counted from 0. */
    record Item(int index) implements Step {}
  }

  /** Reads a path such as {@code spec.containers[0].labels["a.b/c"]}. */
  public static NodePath parse(String text) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("[\"", at)) {
        StringBuilder key = new StringBuilder();
        at = quoted(text, at + 2, key) + 2;
        steps.add(new Step.Field(key.toString()));
      } else if (text.charAt(at) == '[') {
        int end = text.indexOf(']', at);
        steps.add(new Step.Item(Integer.parseInt(text.substring(at + 1, end))));
        at = end + 1;
      } else {
        int from = text.charAt(at) == '.' ? at + 1 : at;
        at = from;
        while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
          at++;
        }
        steps.add(new Step.Field(text.substring(from, at)));
      }
    }
    return new NodePath(steps);
  }

  /** Reads up to the closing quotes and gives where they stand. */
  private static int quoted(String text, int from, StringBuilder key) {
    int at = from;
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c != '\\') {
        key.append(c);
        continue;
      }
      char escaped = text.charAt(at++);
      switch (escaped) {
        case 'n' -> key.append('\n');
        case 'r' -> key.append('\r');
        case 't' -> key.append('\t');
        case 'u' -> {
          key.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          at += 4;
        }
        default -> key.append(escaped);
      }
    }
    return at;
  }

  /** The path as it is shown. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Step.Field(String name) -> PathText.appendField(text, name);
        case Step.Item(int index) -> PathText.appendItem(text, index);
      }
    }
    return text.toString();
  }

  /** What the path leads to, or null where a step finds nothing. */
  public @Nullable Node follow(Node root) {
    Node node = root;
    for (Step step : steps) {
      node = node == null ? null : child(node, step);
    }
    return node;
  }

  /** What one step leads to, or null. */
  public static @Nullable Node child(Node node, Step step) {
    return switch (step) {
      case Step.Field(String name) -> node instanceof Node.Mapping map ? map.get(name) : null;
      case Step.Item(int index) ->
          node instanceof Node.Sequence list && index < list.items().size()
              ? list.items().get(index)
              : null;
    };
  }

  /** The path without its last step; there must be one. */
  public NodePath parent() {
    return new NodePath(steps.subList(0, steps.size() - 1));
  }
}
