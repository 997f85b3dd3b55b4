package dev.bylaw.playground;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the translation puts in the place of calls of the class library (see {@code Translate} in
 * the build): the browser has no class path, and TeaVM 0.15.0 does not pad a copied range.
 */
public final class Platform {
  private static final int BASE = 45;
  private static final Map<String, byte[]> RESOURCES = new LinkedHashMap<>();

  private Platform() {}

  /** Lets the engine find a resource: its path from the root of the class path. */
  static void provide(String path, byte[] bytes) {
    RESOURCES.put(path, bytes);
  }

  /** {@link Class#getResourceAsStream}, of what was provided. */
  public static @Nullable InputStream getResourceAsStream(Class<?> beside, String name) {
    String path = name;
    if (!name.startsWith("/")) {
      String folder = beside.getName();
      path = "/" + folder.substring(0, folder.lastIndexOf('.') + 1).replace('.', '/') + name;
    }
    byte[] bytes = RESOURCES.get(path);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  /**
   * {@link String#split(String, int)} by a plain text, with every part kept: the engine has RE2/J
   * for regular expressions, and a second engine for them would weigh as much as the evaluator.
   *
   * @throws UnsupportedOperationException if the expression stands for more than one text
   */
  public static String[] split(String text, String expression, int limit) {
    String separator = plain(expression);
    if (limit >= 0 || separator == null || separator.isEmpty()) {
      throw new UnsupportedOperationException("split by " + expression);
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
      parts.add(text.substring(start, at));
      start = at + separator.length();
    }
    parts.add(text.substring(start));
    return parts.toArray(new String[0]);
  }

  /** The one text that an expression stands for: {@code \\.} is a dot. */
  private static @Nullable String plain(String expression) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      boolean escaped = c == '\\' && i + 1 < expression.length();
      char meant = escaped ? expression.charAt(++i) : c;
      if (escaped ? Character.isLetterOrDigit(meant) : "\\.[]{}()*+-?^$|".indexOf(c) >= 0) {
        return null;
      }
      plain.append(meant);
    }
    return plain.toString();
  }

  /** Only libraries call it, for the texts of their own bugs. */
  public static String format(String pattern, @Nullable Object... arguments) {
    return pattern;
  }

  /** Only libraries call it, for the texts of their own bugs. */
  public static String format(
      @Nullable Locale locale, String pattern, @Nullable Object... arguments) {
    return pattern;
  }

  /** Only libraries call it, for the texts of their own bugs. */
  public static PrintStream printf(
      PrintStream stream, String pattern, @Nullable Object... arguments) {
    stream.println(pattern);
    return stream;
  }

  /** Only libraries call it, for the texts of their own bugs. */
  public static PrintStream format(
      PrintStream stream, String pattern, @Nullable Object... arguments) {
    return printf(stream, pattern, arguments);
  }

  /**
   * {@link Double#parseDouble}, of the decimal numbers that its callers have looked at before: the
   * browser would take an empty text for zero.
   */
  public static double parseDouble(String text) {
    return Browser.number(text);
  }

  /** {@link Double#toString(double)}, as far as {@link BigDecimal} tells a difference. */
  public static String toString(double number) {
    return Browser.text(number);
  }

  /** {@link Float#toString(float)}, as far as {@link BigDecimal} tells a difference. */
  public static String toString(float number) {
    return Browser.text(number);
  }

  /** {@link Character#isEmojiPresentation}. */
  public static boolean isEmojiPresentation(int character) {
    return Browser.isEmojiPresentation(character);
  }

  /** {@link BigDecimal#precision}. */
  public static int precision(BigDecimal number) {
    return number.unscaledValue().abs().toString().length();
  }

  /**
   * A table of RE2/J: for each range its first character, its last and the step between two. The
   * text has the distance from the range before, the length and the step, each in digits of base 45
   * from the lowest on; another set of characters says which is the last (see {@code UnicodeTables}
   * in the build).
   */
  public static int[][] table(String packed) {
    List<int[]> ranges = new ArrayList<>();
    int[] triple = new int[3];
    int number = 0;
    int weight = 1;
    int filled = 0;
    int last = 0;
    for (int i = 0; i < packed.length(); i++) {
      char digit = packed.charAt(i);
      if (digit >= 'P') {
        number += (digit - 'P') * weight;
        weight *= BASE;
        continue;
      }
      triple[filled] = number + (digit - '#') * weight;
      number = 0;
      weight = 1;
      filled++;
      if (filled == triple.length) {
        int first = last + triple[0];
        last = first + triple[1];
        ranges.add(new int[] {first, last, triple[2]});
        filled = 0;
      }
    }
    return ranges.toArray(new int[0][]);
  }

  /** {@link java.util.Arrays#copyOfRange(byte[], int, int)}. */
  public static byte[] copyOfRange(byte[] array, int from, int to) {
    byte[] copy = new byte[to - from];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }

  /** {@link java.util.Arrays#copyOfRange(char[], int, int)}. */
  public static char[] copyOfRange(char[] array, int from, int to) {
    char[] copy = new char[to - from];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }

  /** {@link java.util.Arrays#copyOfRange(int[], int, int)}. */
  public static int[] copyOfRange(int[] array, int from, int to) {
    int[] copy = new int[to - from];
    System.arraycopy(array, from, copy, 0, Math.min(array.length - from, copy.length));
    return copy;
  }
}
