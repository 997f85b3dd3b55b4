package dev.bylaw.engine.fix;

import dev.bylaw.engine.manifest.InPlace;
import dev.bylaw.engine.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Edits that take an entry or an item away. Where it was the only one, {@code {}} or {@code []}
 * says that nothing is left: without it the value would become null.
 */
final class Removal {
  private final Layout layout;

  Removal(Layout layout) {
    this.layout = layout;
  }

  /** Takes away what the place leads to. */
  List<TextEdit> of(Place place) {
    return switch (place.parent()) {
      case Node.Mapping map -> entry(map, place);
      case Node.Sequence list -> item(list, place);
      case Node.Text _, Node.Numeral _, Node.Bool _, Node.Null _ ->
          throw new IllegalStateException("a value in " + place.parent().described());
    };
  }

  private List<TextEdit> entry(Node.Mapping map, Place place) {
    List<Node.Entry> own = InPlace.entries(map);
    if (own.size() != map.entries().size()) {
      throw new Refusal("its map takes in another one by a merge (`<<`)");
    }
    List<int[]> elements = new ArrayList<>();
    int index = -1;
    for (Node.Entry entry : own) {
      if (!InPlace.isWritten(entry)) {
        throw new Refusal("its map has an alias in it");
      }
      index = place.isAt(entry.keySpan()) ? elements.size() : index;
      int end = Math.max(entry.value().span().end(), afterKey(entry));
      elements.add(new int[] {entry.keySpan().start(), end});
    }
    return layout.at(map.span().start()) == '{'
        ? inBrackets(elements, index, map)
        : onLines(elements, index, place, "{}");
  }

  private int afterKey(Node.Entry entry) {
    return layout.afterColon(entry.keySpan().end());
  }

  private List<TextEdit> item(Node.Sequence list, Place place) {
    boolean brackets = layout.at(list.span().start()) == '[';
    List<int[]> elements = new ArrayList<>();
    int index = -1;
    boolean[] own = InPlace.items(list);
    int dash = list.span().start();
    for (int i = 0; i < own.length; i++) {
      Node item = list.items().get(i);
      if (!own[i]) {
        throw new Refusal("its list has an alias in it");
      }
      index = index < 0 && item.span().equals(place.node().span()) ? i : index;
      int start = brackets ? item.span().start() : dash(dash);
      elements.add(new int[] {start, Math.max(item.span().end(), start + 1)});
      dash = item.span().end();
    }
    return brackets ? inBrackets(elements, index, list) : onLines(elements, index, place, "[]");
  }

  private int dash(int from) {
    int at = layout.skipToContent(from);
    if (layout.at(at) != '-') {
      throw new Refusal("its list is written in an unusual way");
    }
    return at;
  }

  private List<TextEdit> inBrackets(List<int[]> elements, int index, Node holder) {
    int from;
    int to;
    if (elements.size() == 1) {
      from = holder.span().start() + 1;
      to = holder.span().end() - 1;
    } else if (index == 0) {
      from = elements.get(0)[0];
      to = elements.get(1)[0];
    } else {
      from = elements.get(index - 1)[1];
      to = elements.get(index)[1];
    }
    if (layout.hasComment(from, to)) {
      throw new Refusal("a comment stands in what would be removed");
    }
    return List.of(TextEdit.delete(from, to));
  }

  private List<TextEdit> onLines(List<int[]> elements, int index, Place place, String empty) {
    int[] element = elements.get(index);
    int end = layout.endOfLine(element[1]);
    List<TextEdit> edits = new ArrayList<>();
    if (elements.size() == 1) {
      Node.Entry holder = place.parentEntry();
      if (holder == null) {
        throw new Refusal("nothing would be left of the item that holds it");
      }
      edits.add(TextEdit.insert(layout.afterColon(holder.keySpan().end()), " " + empty));
    }
    if (layout.isFirstOnLine(element[0])) {
      edits.add(lines(element[0], end));
      return edits;
    }
    // The first entry of an item, behind its dash: the second one takes its place.
    if (index != 0 || elements.size() == 1) {
      throw new Refusal("something else stands on the line where the edit would be");
    }
    int next = elements.get(1)[0];
    if (layout.hasComment(element[1], next)) {
      throw new Refusal("a comment stands in what would be removed");
    }
    return List.of(TextEdit.delete(element[0], next));
  }

  /** Whole lines, and the line end before them where the text ends without one. */
  private TextEdit lines(int start, int end) {
    int from = layout.lineStart(start);
    int to = layout.nextLine(end);
    if (to == end && from > 0) {
      int before = layout.text().startsWith("\r\n", from - 2) ? from - 2 : from - 1;
      return TextEdit.delete(Math.max(0, before), to);
    }
    return TextEdit.delete(from, to);
  }
}
