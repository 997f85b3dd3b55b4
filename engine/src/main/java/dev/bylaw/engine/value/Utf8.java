package dev.bylaw.engine.value;

import java.nio.charset.StandardCharsets;

/** Text in UTF-8: one place, so that a browser can do it in its own way. */
public final class Utf8 {
  private Utf8() {}

  /** The text of some bytes; what is not UTF-8 becomes U+FFFD. */
  public static String text(byte[] utf8, int from, int until) {
    return new String(utf8, from, until - from, StandardCharsets.UTF_8);
  }

  /** The text of all bytes. */
  public static String text(byte[] utf8) {
    return text(utf8, 0, utf8.length);
  }
}
