package dev.bylaw.engine.manifest;

/** Backslash escapes of double-quoted scalars, those that go-yaml v2 knows: {@code \/} is none. */
final class EscapeScanner {
  private final YamlText text;

  EscapeScanner(YamlText text) {
    this.text = text;
  }

  void scan(StringBuilder into) {
    int start = text.offset();
    int digits =
        switch (text.peek(1)) {
          case 'x' -> 2;
          case 'u' -> 4;
          case 'U' -> 8;
          default -> 0;
        };
    if (digits > 0) {
      text.skip();
      text.skip();
      into.appendCodePoint(codePoint(start, digits));
      return;
    }
    into.append(simple(start));
    text.skip();
    text.skip();
  }

  private char simple(int start) {
    return switch (text.peek(1)) {
      case '0' -> '\0';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 't', '\t' -> '\t';
      case 'n' -> '\n';
      case 'v' -> '\u000b';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> '\u001b';
      case ' ' -> ' ';
      case '"' -> '"';
      case '\'' -> '\'';
      case '\\' -> '\\';
      case 'N' -> '\u0085';
      case '_' -> '\u00a0';
      case 'L' -> '\u2028';
      case 'P' -> '\u2029';
      default ->
          throw text.fault(
              start,
              start + 2,
              "YAML has no such escape",
              "write '\\\\' for a backslash, or use single quotes");
    };
  }

  private int codePoint(int start, int digits) {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(text.peek(), 16);
      if (digit < 0 || text.peek() > 'f') {
        throw text.fault(
            start, text.offset(), "this escape needs " + digits + " hexadecimal digits", null);
      }
      value = value * 16 + digit;
      text.skip();
    }
    if (value > Character.MAX_CODE_POINT || (value >= 0xd800 && value <= 0xdfff)) {
      throw text.fault(
          start,
          text.offset(),
          "this escape is no Unicode character",
          "YAML, other than JSON, has no surrogate pairs: write \\U and eight digits");
    }
    return (int) value;
  }
}
