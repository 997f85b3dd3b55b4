package dev.bylaw.engine.fix;

import java.util.ArrayList;
import java.util.List;

/** The text between two offsets becomes another. */
record TextEdit(int start, int end, String text) {
  static TextEdit insert(int at, String text) {
    return new TextEdit(at, at, text);
  }

  static TextEdit delete(int start, int end) {
    return new TextEdit(start, end, "");
  }

  TextEdit shifted(int by) {
    return new TextEdit(start + by, end + by, text);
  }

  /** Whether the two meet, so that what one makes could depend on the other. */
  boolean touches(TextEdit other) {
    return start <= other.end && other.start <= end;
  }

  /** The text after edits of which no two touch. */
  static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> ordered = new ArrayList<>(edits);
    ordered.sort((a, b) -> Integer.compare(a.start, b.start));
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (TextEdit edit : ordered) {
      result.append(text, at, edit.start).append(edit.text);
      at = edit.end;
    }
    return result.append(text, at, text.length()).toString();
  }
}
