package dev.bylaw.engine.manifest;

import dev.bylaw.engine.value.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as Go writes and reads them. */
final class Numerals {
  private static final BigInteger MAX_UNSIGNED =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

  private Numerals() {}

  /** An integer in any base, or a decimal number; underscores may stand anywhere. */
  static @Nullable Resolved parse(String text) {
    String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
    Resolved integer = integer(plain);
    Resolved number = integer != null ? integer : parseReal(plain);
    return number == null && plain.startsWith("0b") ? signedBinary(plain) : number;
  }

  /** go-yaml takes a sign after the prefix too: {@code 0b-11} is minus three. */
  private static @Nullable Resolved signedBinary(String text) {
    boolean signed = text.length() > 3 && (text.charAt(2) == '-' || text.charAt(2) == '+');
    return signed ? integer(text.charAt(2) + "0b" + text.substring(3)) : null;
  }

  /** A number that starts with its point; underscores may stand between two digits only. */
  static @Nullable Resolved parseFraction(String text) {
    for (int at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
      if (digits(text, at - 1) != at || digits(text, at + 1) == at + 1) {
        return null;
      }
    }
    return parseReal(text.replace("_", ""));
  }

  /** A decimal number; null if it is none, or too large for a double. */
  private static @Nullable Resolved parseReal(String text) {
    if (!isDecimal(text)) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : new Resolved.Real(value);
  }

  /** A number of JSON's grammar; null if it is too large for a double. */
  static @Nullable Decimal json(String text, boolean integer) {
    if (integer && integer(text) instanceof Resolved.Int(long exact)) {
      return Decimal.of(exact);
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : decimal(value);
  }

  /** The shortest decimal that reads back as this double, which is how JSON would carry it. */
  static Decimal decimal(double value) {
    return Decimal.of(new BigDecimal(Double.toString(value)));
  }

  /** Go's strconv.ParseInt with base 0, then ParseUint. */
  private static @Nullable Resolved integer(String text) {
    boolean signed = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
    String digits = signed ? text.substring(1) : text;
    int base = 10;
    if (digits.startsWith("0") && digits.length() > 1) {
      char prefix = digits.length() > 2 ? digits.charAt(1) : '\0';
      base =
          switch (prefix) {
            case 'b', 'B' -> 2;
            case 'o', 'O' -> 8;
            case 'x', 'X' -> 16;
            default -> 8;
          };
      boolean named = prefix != '\0' && "bBoOxX".indexOf(prefix) >= 0;
      digits = digits.substring(named ? 2 : 1);
    }
    if (digits.isEmpty() || !allDigits(digits, base)) {
      return null;
    }
    BigInteger value = new BigInteger(digits, base);
    if (text.charAt(0) == '-') {
      value = value.negate();
    }
    if (value.compareTo(MAX) <= 0) {
      return value.compareTo(MIN) >= 0 ? new Resolved.Int(value.longValue()) : null;
    }
    return !signed && value.compareTo(MAX_UNSIGNED) <= 0 ? new Resolved.Unsigned(value) : null;
  }

  private static boolean allDigits(String text, int base) {
    // Longer than any 64 bits: spares the big integer a quadratic walk over a megabyte of digits.
    int significant = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'f' || Character.digit(c, base) < 0) {
        return false;
      }
      significant += significant > 0 || c != '0' ? 1 : 0;
    }
    return significant <= 64;
  }

  /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
  private static boolean isDecimal(String text) {
    int at = sign(text, 0);
    int whole = digits(text, at);
    int end = whole;
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = digits(text, end + 1);
      if (whole == at && fraction == end + 1) {
        return false;
      }
      end = fraction;
    } else if (whole == at) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = sign(text, end + 1);
      end = digits(text, exponent);
      return end > exponent && end == text.length();
    }
    return end == text.length();
  }

  private static int sign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
