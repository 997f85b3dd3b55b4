package dev.bylaw.engine.value;

import org.jspecify.annotations.Nullable;

/**
 * Lengths of time, such as {@code 30s} or {@code 1h30m}.
 *
 * <p>The reading is that of Go's {@code time.ParseDuration}, by which the API decodes a {@code
 * metav1.Duration}: numbers with perhaps a fraction, each with its unit, and a sign before the
 * whole. A day is no unit there. What is finer than a nanosecond is cut off, and what is longer
 * than 2^63 nanoseconds, some 292 years, is no duration.
 */
public final class Duration {
  private static final int NANO_PLACES = 9;
  private static final int RADIX = 10;

  private Duration() {}

  /** The length in seconds, or null when the text is no duration. */
  public static @Nullable Decimal parse(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String unsigned = signed ? text.substring(1) : text;
    if (unsigned.equals("0")) {
      return Decimal.ZERO;
    }
    long nanos = 0;
    int at = 0;
    do {
      int whole = endOfDigits(unsigned, at);
      boolean point = whole < unsigned.length() && unsigned.charAt(whole) == '.';
      int number = point ? endOfDigits(unsigned, whole + 1) : whole;
      int end = endOfUnit(unsigned, number);
      long unit = nanosOf(unsigned.substring(number, end));
      boolean digits = whole > at || number > whole + 1;
      long part = digits && unit > 0 ? nanos(unsigned, at, whole, number, unit) : -1;
      if (part < 0 || nanos + part < 0) {
        return null;
      }
      nanos += part;
      at = end;
    } while (at < unsigned.length());
    Decimal seconds = Decimal.of(nanos, NANO_PLACES);
    return text.startsWith("-") ? seconds.negate() : seconds;
  }

  /** What stands from {@code at} to {@code end} in this unit; negative where that is too long. */
  private static long nanos(String text, int at, int whole, int end, long unit) {
    long value = 0;
    for (int i = at; i < whole; i++) {
      if (value > (Long.MAX_VALUE / unit - digit(text, i)) / RADIX) {
        return -1;
      }
      value = value * RADIX + digit(text, i);
    }
    long fraction = 0;
    for (int i = end - 1; i > whole; i--) {
      fraction = (digit(text, i) * unit + fraction) / RADIX;
    }
    return value * unit + fraction;
  }

  private static long digit(String text, int at) {
    return Character.digit(text.charAt(at), RADIX);
  }

  private static int endOfDigits(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static int endOfUnit(String text, int start) {
    int at = start;
    while (at < text.length()
        && text.charAt(at) != '.'
        && (text.charAt(at) < '0' || text.charAt(at) > '9')) {
      at++;
    }
    return at;
  }

  /** 0 for what is no unit. Microseconds have three spellings: two letters look like a mu. */
  private static long nanosOf(String unit) {
    return switch (unit) {
      case "ns" -> 1L;
      case "us", "\u00b5s", "\u03bcs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0L;
    };
  }
}
