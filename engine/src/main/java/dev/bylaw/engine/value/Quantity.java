package dev.bylaw.engine.value;

import dev.bylaw.engine.type.Type.Dimension;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of a resource, such as {@code 500m} or {@code 2Gi}.
 *
 * <p>The reading is that of {@code ParseQuantity} in k8s.io/apimachinery, pkg/api/resource, which
 * is wider than its own grammar: {@code Ki}, {@code .} and {@code +} are all zero there. The tests
 * hold vectors that its code was run on.
 */
public final class Quantity {
  private static final int NANO_PLACES = 9;

  /**
   * Go keeps {@code 1e999999999} as it is, and computes without end as soon as it must be compared.
   * Here whatever has more digits than this before the point is this power of ten: still over every
   * limit, and cheap.
   */
  private static final int MOST_DIGITS = 1000;

  /** Keeps the cost of big numbers bounded; nobody writes a quantity this long in good faith. */
  private static final int LONGEST_TEXT = 4096;

  private Quantity() {}

  /**
   * The exact value, or null when the text is no quantity.
   *
   * <p>What is finer than nano is rounded away from zero, a binary suffix caps at 2^63-1, more than
   * a thousand digits before the point count as 10^1000, and a text of more than 4096 characters is
   * refused.
   */
  public static @Nullable Decimal parse(String text) {
    String trimmed = trim(text);
    Parts parts = Parts.of(trimmed);
    if (trimmed.isEmpty() || trimmed.length() > LONGEST_TEXT || parts == null) {
      return null;
    }
    // Overflow wraps here exactly as Go's int32 does: 1e4294967296 is 1.
    int scale = parts.suffix.power10 - parts.fraction.length();
    String digits = withoutLeadingZeros(parts.whole + parts.fraction);
    if (digits.isEmpty()) {
      // Go reads a missing number as zero on its fast path and refuses it on the slow one, which
      // it takes for what is finer than nano and for Pi and Ei.
      boolean missing = parts.whole.isEmpty() && parts.fraction.isEmpty();
      boolean slow = scale < -NANO_PLACES || parts.suffix.power2 > 40;
      return missing && slow ? null : Decimal.ZERO;
    }
    Decimal magnitude = magnitude(digits, scale, parts.suffix.power2);
    return parts.negative ? magnitude.negate() : magnitude;
  }

  /**
   * What the suffix of a literal in a rule says it measures: {@code 2Gi} is bytes, {@code 500m} is
   * cpu, and {@code 2}, {@code 1e3} or {@code 5G} may be either. Null when it is no quantity.
   */
  public static @Nullable Dimension dimensionOf(String literal) {
    Parts parts = Parts.of(trim(literal));
    if (parts == null || parse(literal) == null) {
      return null;
    }
    if (parts.suffix.power2 > 0) {
      return Dimension.BYTES;
    }
    return parts.suffix.belowOne ? Dimension.CPU : Dimension.UNKNOWN;
  }

  /** Go caps a quantity with a binary suffix here, and only such a quantity. */
  private static Decimal binaryCap() {
    return Decimal.of(Long.MAX_VALUE);
  }

  private static Decimal magnitude(String digits, int scale, int power2) {
    long digitsBeforePoint = (long) digits.length() + scale;
    if (power2 == 0 && digitsBeforePoint <= -NANO_PLACES) {
      return Decimal.of(1, NANO_PLACES);
    }
    if (digitsBeforePoint > MOST_DIGITS) {
      return power2 > 0 ? binaryCap() : Decimal.of(BigDecimal.ONE.scaleByPowerOfTen(MOST_DIGITS));
    }
    BigInteger unscaled = new BigInteger(digits).shiftLeft(power2);
    if (unscaled.bitLength() < Long.SIZE && scale <= 0 && scale >= -NANO_PLACES) {
      return Decimal.of(unscaled.longValue(), -scale);
    }
    BigDecimal exact = new BigDecimal(unscaled, -scale);
    boolean tooFine = exact.scale() > NANO_PLACES;
    return capped(
        Decimal.of(tooFine ? exact.setScale(NANO_PLACES, RoundingMode.UP) : exact), power2);
  }

  private static Decimal capped(Decimal amount, int power2) {
    return power2 > 0 && amount.compareTo(binaryCap()) > 0 ? binaryCap() : amount;
  }

  private static String withoutLeadingZeros(String digits) {
    int start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  /**
   * Drops the spaces that {@code Quantity.UnmarshalJSON} drops. It looks at the JSON text, where a
   * tab, a line break or U+2028 is an escape sequence and therefore no space.
   */
  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return switch (c) {
      case ' ', '\u0085', '\u00a0', '\u1680', '\u202f', '\u205f', '\u3000' -> true;
      default -> c >= '\u2000' && c <= '\u200a';
    };
  }

  /** The text taken apart. */
  private record Parts(boolean negative, String whole, String fraction, Suffix suffix) {

    static @Nullable Parts of(String text) {
      boolean negative = text.startsWith("-");
      int wholeStart = negative || text.startsWith("+") ? 1 : 0;
      int wholeEnd = endOfDigits(text, wholeStart);
      boolean point = wholeEnd < text.length() && text.charAt(wholeEnd) == '.';
      int fractionStart = point ? wholeEnd + 1 : wholeEnd;
      int fractionEnd = point ? endOfDigits(text, fractionStart) : wholeEnd;
      Suffix suffix = Suffix.of(text.substring(fractionEnd));
      return suffix == null
          ? null
          : new Parts(
              negative,
              text.substring(wholeStart, wholeEnd),
              text.substring(fractionStart, fractionEnd),
              suffix);
    }

    private static int endOfDigits(String text, int start) {
      int at = start;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      return at;
    }
  }

  /** What the number is multiplied by: ten or two to a power. */
  private record Suffix(int power10, int power2, boolean belowOne) {

    static @Nullable Suffix of(String text) {
      return switch (text) {
        case "n" -> new Suffix(-9, 0, true);
        case "u" -> new Suffix(-6, 0, true);
        case "m" -> new Suffix(-3, 0, true);
        case "" -> decimal(0);
        case "k" -> decimal(3);
        case "M" -> decimal(6);
        case "G" -> decimal(9);
        case "T" -> decimal(12);
        case "P" -> decimal(15);
        case "E" -> decimal(18);
        case "Ki" -> new Suffix(0, 10, false);
        case "Mi" -> new Suffix(0, 20, false);
        case "Gi" -> new Suffix(0, 30, false);
        case "Ti" -> new Suffix(0, 40, false);
        case "Pi" -> new Suffix(0, 50, false);
        case "Ei" -> new Suffix(0, 60, false);
        default -> exponent(text);
      };
    }

    private static Suffix decimal(int power10) {
      return new Suffix(power10, 0, false);
    }

    private static @Nullable Suffix exponent(String text) {
      if (text.charAt(0) != 'e' && text.charAt(0) != 'E') {
        return null;
      }
      int digitsStart = text.startsWith("+", 1) || text.startsWith("-", 1) ? 2 : 1;
      if (Parts.endOfDigits(text, digitsStart) < text.length() || digitsStart == text.length()) {
        return null;
      }
      String digits = withoutLeadingZeros(text.substring(digitsStart));
      // A long has at most 19 digits, and Go refuses an exponent that is none.
      if (digits.length() > 19) {
        return null;
      }
      BigInteger magnitude = digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
      BigInteger signed = text.startsWith("-", 1) ? magnitude.negate() : magnitude;
      return signed.bitLength() > 63 ? null : decimal(signed.intValue());
    }
  }
}
