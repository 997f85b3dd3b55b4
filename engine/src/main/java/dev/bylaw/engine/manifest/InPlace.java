package dev.bylaw.engine.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a tree that stand in the text where they are used. What came through an alias or a
 * merge stands elsewhere, and belongs to more than one place.
 */
public final class InPlace {
  private InPlace() {}

  /** The entries whose keys are written in this map, in the order of the text. */
  public static List<Node.Entry> entries(Node.Mapping map) {
    List<Node.Entry> byText = new ArrayList<>(map.entries().values());
    byText.sort((a, b) -> Integer.compare(a.keySpan().start(), b.keySpan().start()));
    List<Node.Entry> own = new ArrayList<>();
    int end = map.span().start();
    for (Node.Entry entry : byText) {
      // A merged entry may be written inside of an earlier value of this very map.
      if (entry.keySpan().start() >= end && entry.keySpan().end() <= map.span().end()) {
        own.add(entry);
        end = entry.keySpan().end();
        if (isWritten(entry)) {
          end = Math.max(end, entry.value().span().end());
        }
      }
    }
    return own;
  }

  /** Whether the entry's value stands behind its key: an alias names what stands before. */
  public static boolean isWritten(Node.Entry entry) {
    return entry.value().span().start() >= entry.keySpan().end();
  }

  /** For each item of the list, whether it is written there. */
  public static boolean[] items(Node.Sequence list) {
    boolean[] own = new boolean[list.items().size()];
    int end = list.span().start();
    for (int i = 0; i < own.length; i++) {
      var span = list.items().get(i).span();
      own[i] = span.start() >= end && span.end() <= list.span().end();
      end = own[i] ? span.end() : end;
    }
    return own;
  }
}
