package dev.bylaw.grammar;

/**
 * Text made safe to show: characters that steer a terminal, reorder a line or cannot be seen stand
 * there as escapes, and each character has the width that a terminal gives it.
 */
final class Visible {
  private static final int TAB = 4;

  private Visible() {}

  /** One code point as it is shown. */
  static String shown(int code) {
    if (code == '\t') {
      return "    ";
    }
    return isHidden(code) ? "\\u{" + hex(code) + "}" : Character.toString(code);
  }

  static String text(String raw) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
      shown.append(shown(raw.codePointAt(i)));
    }
    return shown.toString();
  }

  /** How many columns {@link #shown} takes. */
  static int width(int code) {
    if (code == '\t') {
      return TAB;
    }
    if (isHidden(code)) {
      return 4 + hex(code).length();
    }
    int type = Character.getType(code);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || isJoiner(code)) {
      return 0;
    }
    return isWide(code) ? 2 : 1;
  }

  private static boolean isHidden(int c) {
    return c < ' '
        || in(c, 0x7F, 0x9F)
        || c == 0xAD
        || c == 0x061C
        || in(c, 0x200B, 0x200C)
        || in(c, 0x200E, 0x200F)
        || in(c, 0x2028, 0x202E)
        || in(c, 0x2060, 0x206F)
        || c == 0xFEFF
        || in(c, 0xD800, 0xDFFF)
        || in(c, 0xE000, 0xF8FF)
        || in(c, 0xFFF9, 0xFFFB)
        || in(c, 0xE0000, 0xE0FFF);
  }

  /** They join the characters of one emoji. */
  private static boolean isJoiner(int c) {
    return c == 0x200D || in(c, 0xFE00, 0xFE0F);
  }

  private static boolean isWide(int c) {
    return in(c, 0x1100, 0x115F)
        || in(c, 0x2E80, 0xA4CF)
        || in(c, 0xAC00, 0xD7A3)
        || in(c, 0xF900, 0xFAFF)
        || in(c, 0xFE30, 0xFE6F)
        || in(c, 0xFF01, 0xFF60)
        || in(c, 0xFFE0, 0xFFE6)
        || in(c, 0x1F300, 0x1F64F)
        || in(c, 0x1F680, 0x1F6FF)
        || in(c, 0x1F900, 0x1F9FF)
        || in(c, 0x20000, 0x3FFFD);
  }

  private static boolean in(int c, int first, int last) {
    return c >= first && c <= last;
  }

  private static String hex(int code) {
    StringBuilder hex = new StringBuilder();
    for (int shift = 20; shift >= 0; shift -= 4) {
      int digit = code >> shift & 0xF;
      if (digit != 0 || !hex.isEmpty() || shift == 0) {
        hex.append("0123456789ABCDEF".charAt(digit));
      }
    }
    return hex.toString();
  }
}
