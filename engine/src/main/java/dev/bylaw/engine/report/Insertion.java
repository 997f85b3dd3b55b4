package dev.bylaw.engine.report;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.value.PathText;
import dev.bylaw.grammar.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would have to be written where a value is missing.
 *
 * @param afterLine the line below which the lines belong
 * @param lines with the indentation that they need there; empty in flow style
 * @param inline the same on one line, for a hint; empty in block style
 */
record Insertion(int afterLine, List<String> lines, String inline) {
  private static final String OPEN = "…";

  /** Null where nothing is missing, or no text could say it. */
  static @Nullable Insertion of(Finding finding) {
    if (finding.missing().isEmpty()
        || finding.missing().stream().anyMatch(m -> m.startsWith("["))) {
      return null;
    }
    String value = finding.insert() == null ? OPEN : finding.insert();
    Span span = finding.span();
    Place place = find(finding);
    if (place == null) {
      return null;
    }
    int keyLine = span.from().line();
    if (!(place.value instanceof Node.Mapping parent)) {
      int indent = place.indent + 2;
      return place.value instanceof Node.Null
          ? new Insertion(keyLine, block(finding.missing(), value, indent), "")
          : null;
    }
    if (parent.span().text().startsWith("{") || parent.entries().isEmpty()) {
      return new Insertion(keyLine, List.of(), flow(finding.missing(), value));
    }
    Node.Entry first = parent.entries().values().iterator().next();
    int indent = first.keySpan().from().column() - 1;
    int after = first.keySpan().from().line() > keyLine ? keyLine : lineAfterWhich(parent);
    return new Insertion(after, block(finding.missing(), value, indent), "");
  }

  /** In a list, {@code - name: app} is key and first child at once: write below a child. */
  private static int lineAfterWhich(Node.Mapping parent) {
    int last = 0;
    for (Node.Entry entry : parent.entries().values()) {
      int line = entry.keySpan().from().line();
      last = Math.max(last, lastLine(entry));
      if (lastLine(entry) == line) {
        return line;
      }
    }
    return last;
  }

  /** A block value's span may end where the next thing starts. */
  private static int lastLine(Node.Entry entry) {
    Span span = entry.value().span();
    int end = span.start() + span.text().stripTrailing().length();
    return span.source().position(Math.max(end, entry.keySpan().end())).line();
  }

  private static List<String> block(List<String> keys, String value, int indent) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      boolean last = i == keys.size() - 1;
      lines.add(" ".repeat(indent + 2 * i) + keys.get(i) + ":" + (last ? " " + value : ""));
    }
    return lines;
  }

  private static String flow(List<String> keys, String value) {
    return String.join(": {", keys) + ": " + value + "}".repeat(keys.size() - 1);
  }

  /** A value that lacks something, and how far its own key is indented. */
  private record Place(Node value, int indent) {}

  /**
   * The span is the key of the value that lacks something; an item of a list has no key, there it
   * is the item's first.
   */
  private static @Nullable Place find(Finding finding) {
    Span span = finding.span();
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> open = new ArrayDeque<>();
    open.add(finding.resource().root());
    while (!open.isEmpty()) {
      Node node = open.removeLast();
      if (!seen.add(node)) {
        continue;
      }
      if (node instanceof Node.Mapping mapping) {
        if (node.span().start() == span.start() && mapping.entries().isEmpty()) {
          return new Place(node, 0);
        }
        for (Node.Entry entry : mapping.entries().values()) {
          if (entry.keySpan().start() == span.start()) {
            boolean inside = isInside(entry.key(), finding);
            return new Place(inside ? entry.value() : node, span.from().column() - 1);
          }
          open.add(entry.value());
        }
      } else if (node instanceof Node.Sequence sequence) {
        open.addAll(sequence.items());
      }
    }
    return null;
  }

  /** Whether the path of what is missing goes through this key last. */
  private static boolean isInside(String key, Finding finding) {
    StringBuilder suffix = new StringBuilder("-");
    PathText.appendField(suffix, key);
    finding.missing().forEach(step -> PathText.appendField(suffix, step));
    return ("-." + finding.path()).endsWith(suffix.substring(1));
  }
}
