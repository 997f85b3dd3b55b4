package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Span;

/** What a scalar without quotes comes to. */
public final class Plain {
  private Plain() {}

  /** The value of a plain scalar of one line; it must be one. */
  public static Node value(String text, Span span) {
    return Scalars.node(Scalars.resolve(null, true, text), span);
  }

  /** Whether the text may stand without quotes, in braces too, and is a string then. */
  public static boolean isString(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9') && "-_./".indexOf(c) < 0) {
        return false;
      }
    }
    return Scalars.resolve(null, true, text) instanceof Resolved.Str;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
