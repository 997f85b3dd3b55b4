package dev.bylaw.playground;

import org.teavm.jso.JSBody;

/** What the browser does by itself. Nothing here can be called on the JVM. */
final class Browser {
  private Browser() {}

  @JSBody(params = "text", script = "return Number(text);")
  static native double number(String text);

  /** The shortest text that reads back as this number. */
  @JSBody(params = "number", script = "return String(number);")
  static native String text(double number);

  /** The shortest text that reads back as this number of 32 bits. */
  @JSBody(
      params = "number",
      script =
          "for (var digits = 1; digits < 9; digits++) {"
              + " var text = number.toPrecision(digits);"
              + " if (Math.fround(Number(text)) === number) { return text; } }"
              + "return number.toPrecision(9);")
  static native String text(float number);

  /** Whether a regular expression of the browser matches this character. */
  @JSBody(
      params = {"character", "expression"},
      script =
          "var made = globalThis.bylaw || (globalThis.bylaw = {});"
              + "return (made[expression] || (made[expression] = new RegExp(expression, 'u')))"
              + ".test(String.fromCodePoint(character));")
  static native boolean is(int character, String expression);

  /** In UTF-8, with a question mark for half a surrogate pair, as on the JVM. */
  @JSBody(
      params = "text",
      script =
          "return new Int8Array(new TextEncoder().encode("
              + "text.replace(new RegExp('\\\\p{Cs}', 'gu'), '?')).buffer);")
  static native byte[] utf8(String text);

  /** Most texts are words of the schema, for which a decoder takes longer to start than to read. */
  @JSBody(
      params = {"utf8", "from", "until"},
      script =
          "var made = globalThis.bylaw || (globalThis.bylaw = {}), text = '', at = from;"
              + "if (until - from < 64) {"
              + " while (at < until && utf8[at] >= 0) { text += String.fromCharCode(utf8[at++]); }"
              + " if (at === until) { return text; } }"
              + "made.decoder = made.decoder || new TextDecoder('utf-8', {ignoreBOM: true});"
              + "return made.decoder.decode(utf8.subarray(from, until));")
  static native String text(byte[] utf8, int from, int until);
}
