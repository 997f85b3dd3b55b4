package dev.bylaw.grammar.frame;

/**
 * One line of a source laid out in the cells of a terminal, so that carets stand under what they
 * mark: tabs are spaces, wide characters take two cells, combining ones none, and what is not
 * printable is an escape of several cells.
 */
final class Cells {
  private static final int TAB = 4;

  private final String[] shown;
  private final int[] start;
  private final int length;

  Cells(String line) {
    length = line.length();
    shown = new String[length];
    start = new int[length + 1];
    int cell = 0;
    for (int i = 0; i < length; ) {
      int c = line.codePointAt(i);
      int units = Character.charCount(c);
      shown[i] = c == '\t' ? " ".repeat(TAB - cell % TAB) : printable(c);
      start[i] = cell;
      if (units == 2) {
        shown[i + 1] = "";
        start[i + 1] = cell;
      }
      cell += c == '\t' || !Printable.isPlain(c) ? shown[i].length() : width(c);
      i += units;
    }
    start[length] = cell;
  }

  /** The cell in which the UTF-16 unit with this index is shown; past the end, the cell there. */
  int at(int unit) {
    return start[Math.min(Math.max(unit, 0), length)];
  }

  int width() {
    return start[length];
  }

  /** What is shown from one cell up to another, without halves of wide characters. */
  String between(int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (start[i] >= from && start[i + 1] <= to) {
        out.append(shown[i]);
      }
    }
    return out.toString();
  }

  private static String printable(int c) {
    StringBuilder out = new StringBuilder(2);
    Printable.append(c, out);
    return out.toString();
  }

  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** East Asian wide and full-width blocks, and the emoji, as terminals draw them. */
  private static boolean isWide(int c) {
    if (c < 0x1100) {
      return false;
    }
    return c <= 0x115F
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0x4DBF)
        || (c >= 0x4E00 && c <= 0xA4CF)
        || (c >= 0xA960 && c <= 0xA97F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F680 && c <= 0x1F6FF)
        || (c >= 0x1F900 && c <= 0x1F9FF)
        || (c >= 0x1FA70 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD)
        || (c >= 0x231A && c <= 0x2B55 && Character.isEmojiPresentation(c));
  }
}
