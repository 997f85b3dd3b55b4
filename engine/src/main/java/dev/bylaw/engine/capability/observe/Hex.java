package dev.bylaw.engine.capability.observe;

import dev.bylaw.grammar.Span;

/** A mask in hexadecimal, as the kernel prints it. */
final class Hex {
  private Hex() {}

  static Mask mask(String digits, Span span) {
    long bits = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0 || digits.charAt(i) > 'f') {
        throw fault(span);
      }
      bits = bits << 4 | digit;
    }
    if (digits.isEmpty() || digits.length() > 16) {
      throw fault(span);
    }
    return new Mask(bits);
  }

  private static Misread fault(Span span) {
    return new Misread(
        span, "this is no set of capabilities: 16 hexadecimal digits are expected", null);
  }
}
