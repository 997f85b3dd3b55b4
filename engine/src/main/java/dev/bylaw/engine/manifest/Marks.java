package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Span;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Where the text of a value stands, without its anchor and tag.
 *
 * <p>SnakeYAML's events start at the anchor or tag. The scanner therefore hides the start of each
 * token in the line of its end mark, which nothing else uses.
 */
final class Marks {
  private static final int[] NO_BUFFER = {};

  private Marks() {}

  static Mark mark(int offset, int tokenStart) {
    return new Mark("", offset, tokenStart, 0, NO_BUFFER, 0);
  }

  static int contentStart(NodeEvent event) {
    return event.getEndMark().getLine();
  }

  /** Whether it starts with a bracket; {@code a: b} inside a list is a map without one. */
  static boolean isBracketed(CollectionStartEvent event, YamlText text) {
    int start = contentStart(event);
    return event.isFlow() && event.getEndMark().getIndex() > start && text.isBracket(start);
  }

  static Span content(ScalarEvent event, YamlText text) {
    int end = event.getEndMark().getIndex();
    if (event.isPlain() && event.getValue().isEmpty()) {
      return text.span(end, end);
    }
    int start = contentStart(event);
    boolean block = event.isLiteral() || event.isFolded();
    return text.span(start, block ? text.trimmed(start, end) : end);
  }
}
