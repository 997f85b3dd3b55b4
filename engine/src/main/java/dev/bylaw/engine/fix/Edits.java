package dev.bylaw.engine.fix;

import dev.bylaw.engine.finding.Change;
import dev.bylaw.engine.finding.Change.Literal;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.NodePath;
import dev.bylaw.engine.manifest.Resource;
import java.util.List;

/** Changes of data to edits of the text of one document. */
final class Edits {
  private final Layout layout;
  private final Insertion insertion;
  private final Removal removal;
  private final boolean json;

  Edits(Manifest manifest) {
    String text = manifest.source().text();
    this.layout = new Layout(text);
    this.json = layout.at(layout.skipToContent(0)) == '{' && isJson(manifest);
    this.insertion = new Insertion(layout, json);
    this.removal = new Removal(layout);
    if (text.contains("{{")) {
      throw new Refusal("the document has template text (`{{`) in it: mend the template");
    }
  }

  /** Braces around all, and every key in quotes. */
  private static boolean isJson(Manifest manifest) {
    return manifest.resources().stream()
        .flatMap(resource -> resource.root().entries().values().stream())
        .allMatch(entry -> entry.keySpan().text().startsWith("\""));
  }

  /** The edits that carry out a change. */
  List<TextEdit> of(Change change, Resource resource) {
    Place place = Place.of(resource, change.path(), layout);
    return switch (change) {
      case Change.Set(_, Literal value) ->
          place.isWhole() && !(place.node() instanceof Node.Null)
              ? replace(place.node(), value)
              : missing(place, style -> style.literal(value));
      case Change.Add(_, Literal value) ->
          place.isWhole() && place.node() instanceof Node.Sequence list
              ? insertion.item(list, place, style -> style.literal(value))
              : missing(place, style -> "[" + style.literal(value) + "]");
      case Change.Remove _ -> {
        if (!place.isWhole() || place.found().size() < 2) {
          throw new Refusal("it is not there");
        }
        yield removal.of(place);
      }
    };
  }

  /** The path of the list or map that a change is made in. */
  static String holder(Change change) {
    return switch (change) {
      case Change.Add(String path, _) -> path;
      case Change.Set(String path, _) -> above(path);
      case Change.Remove(String path) -> above(path);
    };
  }

  private static String above(String path) {
    return NodePath.parse(path).parent().text();
  }

  private List<TextEdit> missing(Place place, Insertion.Written value) {
    if (!place.isWhole()) {
      return insertion.entry(place, place.missing(), value);
    }
    if (!(place.node() instanceof Node.Null empty) || place.entry() == null) {
      throw new Refusal("it is " + place.node().described());
    }
    Rendering style = json ? new Rendering(true, true) : Rendering.PLAIN;
    if (!empty.span().text().isEmpty()) {
      return List.of(new TextEdit(empty.span().start(), empty.span().end(), value.by(style)));
    }
    int at = layout.afterColon(place.entry().keySpan().end());
    return List.of(TextEdit.insert(at, " " + value.by(style)));
  }

  /** A single value, in the quotes that were there. */
  private List<TextEdit> replace(Node node, Literal value) {
    if (node instanceof Node.Mapping || node instanceof Node.Sequence) {
      throw new Refusal("it is " + node.described());
    }
    String written = node.span().text();
    char first = written.isEmpty() ? ' ' : written.charAt(0);
    if (first == '|' || first == '>') {
      throw new Refusal("it is a block of text");
    }
    String text =
        !value.isString()
            ? value.text()
            : first == '\''
                ? "'" + value.text().replace("'", "''") + "'"
                : new Rendering(first == '"', true).literal(value);
    return List.of(new TextEdit(node.span().start(), node.span().end(), text));
  }
}
