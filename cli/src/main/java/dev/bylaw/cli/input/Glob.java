package dev.bylaw.cli.input;

/**
 * A shell pattern: {@code *} is any characters, {@code ?} one, {@code [a-z]} one of a class, and a
 * backslash takes the next one literally. Its time is bounded by pattern times text, whatever a
 * stranger's ignore file says.
 */
public final class Glob {
  private final String pattern;

  public Glob(String pattern) {
    this.pattern = pattern;
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      int next = p < pattern.length() && pattern.charAt(p) != '*' ? one(p, text.charAt(t)) : -1;
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (next >= 0) {
        p = next;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Where the pattern goes on if its element at {@code p} takes the character, or -1. */
  private int one(int p, char c) {
    char element = pattern.charAt(p);
    if (element == '?') {
      return p + 1;
    }
    if (element == '\\' && p + 1 < pattern.length()) {
      return pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    int close = element == '[' ? closing(p) : -1;
    if (close > 0) {
      return inClass(p + 1, close, c) ? close + 1 : -1;
    }
    return element == c ? p + 1 : -1;
  }

  /** The bracket that ends a class, or -1; one that stands first is a member. */
  private int closing(int open) {
    int from = open + 1;
    if (from < pattern.length() && isNegation(pattern.charAt(from))) {
      from++;
    }
    return pattern.indexOf(']', from + 1);
  }

  private boolean inClass(int from, int to, char c) {
    boolean negated = isNegation(pattern.charAt(from));
    boolean found = false;
    for (int i = negated ? from + 1 : from; i < to; i++) {
      char low = pattern.charAt(i);
      char high = low;
      if (i + 2 < to && pattern.charAt(i + 1) == '-') {
        high = pattern.charAt(i + 2);
        i += 2;
      }
      found |= low <= c && c <= high;
    }
    return found != negated;
  }

  private static boolean isNegation(char c) {
    return c == '!' || c == '^';
  }
}
