package dev.bylaw.engine.waiver;

import dev.bylaw.engine.manifest.InPlace;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.value.PathText;
import dev.bylaw.grammar.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds what a comment is about: what starts on its line, and for a comment alone on its line what
 * starts on the next line that is no comment.
 */
final class TargetFinder {
  private static final String MOVE =
      "put it behind a field or list item on the same line, or alone on the line above";

  private final Manifest manifest;

  TargetFinder(Manifest manifest) {
    this.manifest = manifest;
  }

  /** A value that starts on a line, with what holds it. */
  private record Place(Resource resource, String path, Node node, int start) {}

  Target of(Span comment) {
    String text = manifest.source().text();
    int line = comment.start() - comment.from().column() + 1;
    int indent = firstOther(text, line);
    if (indent < comment.start()) {
      return startingIn(line, comment.start());
    }
    int next = nextContent(text, comment.end());
    if (next >= text.length()) {
      return new Target.Nothing("nothing follows this waiver in its document", MOVE);
    }
    int nextLine = next;
    while (nextLine > 0 && !isBreak(text.charAt(nextLine - 1))) {
      nextLine--;
    }
    if (next - nextLine != comment.start() - line) {
      return new Target.Nothing(
          "this waiver is indented otherwise than what follows it, which it is about",
          "indent it like the line below it, or move it");
    }
    return startingIn(next, lineEnd(text, next));
  }

  private Target startingIn(int from, int to) {
    List<Place> places = new ArrayList<>();
    for (Resource resource : manifest.resources()) {
      String prefix = resource.pathPrefix();
      String path = prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) : prefix;
      gather(
          new Place(resource, path, resource.root(), resource.root().span().start()),
          from,
          to,
          places);
    }
    List<Place> outermost =
        places.stream()
            .filter(place ->
                places.stream()
                    .noneMatch(other ->
                        isSame(other.resource(), place.resource())
                            && !other.path().equals(place.path())
                            && PathText.isWithin(place.path(), other.path())))
            .toList();
    if (outermost.isEmpty()) {
      return new Target.Nothing("nothing that a rule could look at starts on this line", MOVE);
    }
    Resource resource = outermost.getFirst().resource();
    if (outermost.stream().anyMatch(place -> !isSame(place.resource(), resource))) {
      return new Target.Nothing("more than one object starts on this line", MOVE);
    }
    List<String> paths = outermost.stream().map(Place::path).toList();
    return new Target.Values(resource, paths, Containers.name(resource, paths.getFirst()));
  }

  /** Objects of one document stand in different places. */
  private static boolean isSame(Resource one, Resource other) {
    return one.pathPrefix().equals(other.pathPrefix());
  }

  /** With a stack of its own: a document may be deeper than a recursion could follow. */
  private static void gather(Place root, int from, int to, List<Place> found) {
    Deque<Place> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Place place = open.pop();
      if (place.start() >= from && place.start() < to) {
        found.add(place);
      }
      switch (place.node()) {
        case Node.Mapping map -> {
          for (Node.Entry entry : InPlace.entries(map)) {
            StringBuilder path = new StringBuilder(place.path());
            PathText.appendField(path, entry.key());
            Node value = entry.value();
            Node own = InPlace.isWritten(entry) ? value : new Node.Null(entry.keySpan());
            open.push(new Place(place.resource(), path.toString(), own, entry.keySpan().start()));
          }
        }
        case Node.Sequence list -> {
          boolean[] own = InPlace.items(list);
          for (int i = 0; i < own.length; i++) {
            if (own[i]) {
              Node item = list.items().get(i);
              StringBuilder path = new StringBuilder(place.path());
              PathText.appendItem(path, i);
              open.push(new Place(place.resource(), path.toString(), item, item.span().start()));
            }
          }
        }
        case Node.Text _, Node.Numeral _, Node.Bool _, Node.Null _ -> {}
      }
    }
  }

  /** Passes blanks, line ends and comments. */
  private static int nextContent(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineEnd(text, at);
      } else if (c == ' ' || c == '\t' || isBreak(c)) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private static int firstOther(String text, int from) {
    int at = from;
    while (at < text.length() && " \t\ufeff".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
