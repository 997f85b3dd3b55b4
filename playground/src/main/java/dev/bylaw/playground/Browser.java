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

  @JSBody(
      params = "character",
      script =
          "return new RegExp('\\\\p{Emoji_Presentation}', 'u')"
              + ".test(String.fromCodePoint(character));")
  static native boolean isEmojiPresentation(int character);
}
