package dev.bylaw.playground;

import dev.bylaw.engine.manifest.DataReader;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page asks: a JSON object of texts and lists of texts. */
record Request(Node.Mapping fields) {
  /**
   * @throws IllegalArgumentException if it is not one JSON object; the page is then at fault
   */
  static Request parse(String json) {
    Staged<List<Node>> read = DataReader.json(new Source("request", json));
    if (read.hasErrors()) {
      throw new IllegalArgumentException(
          "the request is not JSON: " + read.diagnostics().getFirst().message());
    }
    if (read.result().size() != 1 || !(read.result().getFirst() instanceof Node.Mapping fields)) {
      throw new IllegalArgumentException("the request is not one JSON object");
    }
    return new Request(fields);
  }

  /** A text that has to be there. */
  String text(String name) {
    String text = optional(name);
    if (text == null) {
      throw new IllegalArgumentException("the request has no `" + name + "`");
    }
    return text;
  }

  @Nullable String optional(String name) {
    return fields.get(name) instanceof Node.Text text ? text.value() : null;
  }

  /** A place in a text, which is two numbers that have to be there. */
  Position place(String line, String column) {
    return new Position(number(line), number(column));
  }

  private int number(String name) {
    if (!(fields.get(name) instanceof Node.Numeral numeral)) {
      throw new IllegalArgumentException("the request has no number `" + name + "`");
    }
    return Integer.parseInt(numeral.span().text());
  }

  /** Texts; none where there is no such field. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (fields.get(name) instanceof Node.Sequence sequence) {
      for (Node item : sequence.items()) {
        if (!(item instanceof Node.Text text)) {
          throw new IllegalArgumentException("`" + name + "` of the request is no list of texts");
        }
        texts.add(text.value());
      }
    }
    return texts;
  }
}
