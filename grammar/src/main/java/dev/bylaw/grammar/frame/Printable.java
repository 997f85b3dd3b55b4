package dev.bylaw.grammar.frame;

/**
 * Text that cannot play tricks on a terminal.
 *
 * <p>Manifests and rule files come from strangers. A control character could recolour or erase what
 * Bylaw prints, and a bidirectional or invisible one could make it read as something else, so each
 * of them is shown as an escape.
 */
public final class Printable {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Printable() {}

  /** The text on one line, with everything escaped that is not plainly visible. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      append(c, out);
      i += Character.charCount(c);
    }
    return out.toString();
  }

  static void append(int c, StringBuilder out) {
    if (isPlain(c)) {
      out.appendCodePoint(c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (c == '\r') {
      out.append("\\r");
    } else if (c == '\t') {
      out.append("\\t");
    } else if (c > 0xFFFF) {
      out.append("\\U").append("0".repeat(8 - Integer.toHexString(c).length()));
      out.append(Integer.toHexString(c));
    } else {
      out.append("\\u").append("0".repeat(4 - Integer.toHexString(c).length()));
      out.append(Integer.toHexString(c));
    }
  }

  static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // The joiners are part of how emoji and several scripts are written.
      case Character.FORMAT -> c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
      default -> true;
    };
  }
}
