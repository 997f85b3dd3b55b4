package dev.bylaw.engine.fix;

import dev.bylaw.engine.manifest.InPlace;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.NodePath.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edits that write what was not there: behind the last entry or item, in the style of those before
 * it.
 */
final class Insertion {
  private static final int STEP = 2;

  private final Layout layout;
  private final boolean json;

  Insertion(Layout layout, boolean json) {
    this.layout = layout;
    this.json = json;
  }

  /** Writes keys in each other, and the last one's value, into the last value of the place. */
  List<TextEdit> entry(Place place, List<Step> keys, Written value) {
    return switch (place.node()) {
      case Node.Mapping map -> into(map, place, keys, value);
      case Node.Null empty -> instead(empty, place, keys, value);
      case Node.Sequence _, Node.Text _, Node.Numeral _, Node.Bool _ ->
          throw new Refusal("its path leads through " + place.node().described());
    };
  }

  /** A value that is written by a style. */
  interface Written {
    String by(Rendering style);
  }

  private List<TextEdit> into(Node.Mapping map, Place place, List<Step> keys, Written value) {
    List<Node.Entry> own = InPlace.entries(map);
    if (own.size() != map.entries().size()) {
      throw new Refusal("its map takes in another one by a merge (`<<`) or an inherited field");
    }
    int start = map.span().start();
    boolean braces = layout.at(start) == '{';
    if (own.isEmpty()) {
      if (!braces) {
        throw new Refusal("its map is written in an unusual way");
      }
      Rendering style = new Rendering(json || isQuoted(place), true);
      return List.of(TextEdit.insert(start + 1, style.entry(keys, value.by(style))));
    }
    Node.Entry last = own.getLast();
    int end = end(last);
    if (!braces) {
      int indent = layout.column(own.getFirst().keySpan().start());
      String text =
          Rendering.PLAIN.block(
              keys, value.by(Rendering.PLAIN), indent, STEP, layout.lineBreak(end));
      return List.of(TextEdit.insert(layout.endOfLine(end), text));
    }
    boolean quoted = json || layout.at(own.getFirst().keySpan().start()) == '"';
    boolean spaced = !quoted || layout.at(layout.afterColon(last.keySpan().end())) == ' ';
    Rendering style = new Rendering(quoted, spaced);
    String text = style.entry(keys, value.by(style));
    return List.of(behind(end, last.keySpan().start(), start, text, style));
  }

  /** An element in brackets or braces behind the last one. */
  private TextEdit behind(int end, int last, int open, String text, Rendering style) {
    int next = layout.skipToContent(end);
    if (layout.at(next) == ',') {
      // A comma after the last one stays what it is: a comma after the last one.
      return TextEdit.insert(next + 1, (style.spaced() ? " " : "") + text + ",");
    }
    boolean ownLine =
        layout.isFirstOnLine(last) && layout.lineStart(last) != layout.lineStart(open);
    if (ownLine && layout.skipBlanks(end) == layout.lineEnd(end)) {
      String indent = " ".repeat(layout.column(last));
      return TextEdit.insert(end, "," + layout.lineBreak(end) + indent + text);
    }
    return TextEdit.insert(end, style.comma() + text);
  }

  /** Where nothing, or null, is written behind a key. */
  private List<TextEdit> instead(Node.Null empty, Place place, List<Step> keys, Written value) {
    Node.Entry entry = place.entry();
    if (entry == null) {
      throw new Refusal("a list has nothing in place of the item");
    }
    boolean flow = isFlow(place.parent());
    Rendering style = new Rendering(json || (flow && isQuoted(place)), true);
    if (!empty.span().text().isEmpty()) {
      String text = "{" + style.entry(keys, value.by(style)) + "}";
      return List.of(new TextEdit(empty.span().start(), empty.span().end(), text));
    }
    int at = layout.afterColon(entry.keySpan().end());
    if (flow) {
      return List.of(TextEdit.insert(at, " {" + style.entry(keys, value.by(style)) + "}"));
    }
    int indent = layout.column(entry.keySpan().start()) + STEP;
    String text = style.block(keys, value.by(style), indent, STEP, layout.lineBreak(at));
    return List.of(TextEdit.insert(layout.endOfLine(at), text));
  }

  /** Writes one more item at the end of a list. */
  List<TextEdit> item(Node.Sequence list, Place place, Written value) {
    int start = list.span().start();
    boolean brackets = layout.at(start) == '[';
    int count = list.items().size();
    if (count == 0) {
      if (!brackets) {
        throw new Refusal("its list is written in an unusual way");
      }
      Rendering style = new Rendering(json || (isFlow(place.parent()) && isQuoted(place)), true);
      return List.of(TextEdit.insert(start + 1, value.by(style)));
    }
    if (!InPlace.items(list)[count - 1]) {
      throw new Refusal("the last item of its list is an alias");
    }
    Node last = list.items().getLast();
    int end = last.span().end();
    if (brackets) {
      Rendering style =
          new Rendering(json || layout.at(last.span().start()) == '"', isSpaced(list));
      return List.of(behind(end, last.span().start(), start, value.by(style), style));
    }
    if (layout.at(start) != '-') {
      throw new Refusal("its list is written in an unusual way");
    }
    String indent = " ".repeat(layout.column(start));
    String text = layout.lineBreak(end) + indent + "- " + value.by(Rendering.PLAIN);
    return List.of(TextEdit.insert(layout.endOfLine(end), text));
  }

  /** Whether a blank stands behind the first comma; so it is where there is none. */
  private boolean isSpaced(Node.Sequence list) {
    return list.items().size() < 2 || layout.at(list.items().getFirst().span().end() + 1) != '"';
  }

  private boolean isFlow(Node holder) {
    return layout.at(holder.span().start()) == '{' || layout.at(holder.span().start()) == '[';
  }

  /** Whether the key before the place stands in double quotes, so that new ones should. */
  private boolean isQuoted(Place place) {
    Node.@Nullable Entry entry = place.entry();
    return entry != null && layout.at(entry.keySpan().start()) == '"';
  }

  /** Where the text of an entry ends, be its value an alias. */
  private int end(Node.Entry entry) {
    if (InPlace.isWritten(entry)) {
      return Math.max(entry.value().span().end(), afterEmpty(entry));
    }
    int at = layout.skipBlanks(layout.afterColon(entry.keySpan().end()));
    if (layout.at(at) != '*') {
      throw new Refusal("the value before it is written in an unusual way");
    }
    while (!Layout.isBlank(layout.at(at))
        && !Layout.isBreak(layout.at(at))
        && ",]}".indexOf(layout.at(at)) < 0) {
      at++;
    }
    return at;
  }

  private int afterEmpty(Node.Entry entry) {
    boolean empty = entry.value() instanceof Node.Null && entry.value().span().text().isEmpty();
    return empty ? layout.afterColon(entry.keySpan().end()) : 0;
  }
}
