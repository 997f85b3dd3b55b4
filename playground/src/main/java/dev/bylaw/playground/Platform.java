package dev.bylaw.playground;

import dev.bylaw.engine.value.Utf8;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final int EDGE = 6;
  private static final String[] CATEGORIES = {
    "", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc",
    "Cf", "", "Co", "Cs", "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"
  };
  private static final String LACKING = "the tables of characters were not fetched in time";
  private static final Map<String, byte[]> RESOURCES = new LinkedHashMap<>();
  private static final Map<String, String> TABLES = new LinkedHashMap<>();
  private static boolean lacking;

  private Platform() {}

  /** Lets the engine find a resource, under the name that it asks for. */
  static void provide(String path, byte[] bytes) {
    RESOURCES.put(path, bytes);
  }

  /** What {@code +} makes of two texts. */
  public static String join(@Nullable String one, @Nullable String two) {
    // Not by a sign: the translation makes it a call of this method.
    var joined = new StringBuilder();
    joined.append(one);
    joined.append(two);
    return joined.toString();
  }

  /** What {@code +} makes of three texts. */
  public static String join(@Nullable String one, @Nullable String two, @Nullable String three) {
    var joined = new StringBuilder();
    joined.append(one);
    joined.append(two);
    joined.append(three);
    return joined.toString();
  }

  /** What {@code +} makes of four texts. */
  public static String join(
      @Nullable String one, @Nullable String two, @Nullable String three, @Nullable String four) {
    return join(join(one, two, three), four);
  }

  /** What {@code +} makes of five texts. */
  public static String join(
      @Nullable String one,
      @Nullable String two,
      @Nullable String three,
      @Nullable String four,
      @Nullable String five) {
    return join(join(one, two, three), four, five);
  }

  /** What is thrown where a switch over types names none; no switch does. */
  public static MatchException unmatched() {
    return new MatchException(null, null);
  }

  /** {@link Class#getResourceAsStream}, of what was provided; the browser has no class path. */
  public static @Nullable InputStream getResourceAsStream(Class<?> beside, String name) {
    byte[] bytes = RESOURCES.get(name);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  /** {@link Class#getName}; no answer holds one, and the name of each class would weigh. */
  public static String getName(Class<?> type) {
    return "class";
  }

  /** {@link Class#getSimpleName}, likewise. */
  public static String getSimpleName(Class<?> type) {
    return "class";
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

  /** Only libraries call it, for the texts of their own bugs. */
  public static PrintStream format(
      PrintStream stream, @Nullable Locale locale, String pattern, @Nullable Object... arguments) {
    return printf(stream, pattern, arguments);
  }

  /** {@link Locale#getDefault()}: nothing depends on it. */
  public static @Nullable Locale getDefault() {
    return null;
  }

  /** {@link StringBuilder#append(float)}. */
  public static StringBuilder append(StringBuilder text, float number) {
    return text.append(Browser.text(number));
  }

  /** {@link StringBuilder#append(double)}. */
  public static StringBuilder append(StringBuilder text, double number) {
    return text.append(Browser.text(number));
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

  /** {@link Character#isDigit(char)}. */
  public static boolean isDigit(char character) {
    return isDigit((int) character);
  }

  /** {@link Character#isDigit(int)}. */
  public static boolean isDigit(int character) {
    return Browser.is(character, "\\p{Nd}");
  }

  /** {@link Character#isLetter(char)}. */
  public static boolean isLetter(char character) {
    return isLetter((int) character);
  }

  /** {@link Character#isLetter(int)}. */
  public static boolean isLetter(int character) {
    return Browser.is(character, "\\p{L}");
  }

  /** {@link Character#isLetterOrDigit(char)}. */
  public static boolean isLetterOrDigit(char character) {
    return isLetterOrDigit((int) character);
  }

  /** {@link Character#isLetterOrDigit(int)}. */
  public static boolean isLetterOrDigit(int character) {
    return Browser.is(character, "[\\p{L}\\p{Nd}]");
  }

  /** {@link Character#isWhitespace(char)}. */
  public static boolean isWhitespace(char character) {
    return isWhitespace((int) character);
  }

  /** {@link Character#isWhitespace(int)}: a space that may break, or one of the controls. */
  public static boolean isWhitespace(int character) {
    return Browser.is(character, "[\\t-\\r\\x1c-\\x1f]|(?![\\xa0\\u2007\\u202f])\\p{Z}");
  }

  /** {@link Character#getType(int)}; its numbers are the places of the categories in this list. */
  public static int getType(int character) {
    for (int type = 0; type < CATEGORIES.length; type++) {
      String category = CATEGORIES[type];
      if (!category.isEmpty() && Browser.is(character, "\\p{" + category + "}")) {
        return type;
      }
    }
    return Character.UNASSIGNED;
  }

  /** {@link String#getBytes(Charset)}; the engine knows only UTF-8. */
  public static byte[] getBytes(String text, Charset utf8) {
    return Browser.utf8(text);
  }

  /** {@link Utf8#text}. */
  public static String text(byte[] utf8, int from, int until) {
    return Browser.text(utf8, from, until);
  }

  /** {@link Character#isEmojiPresentation}. */
  public static boolean isEmojiPresentation(int character) {
    return Browser.is(character, "\\p{Emoji_Presentation}");
  }

  /** {@link BigDecimal#precision}. */
  public static int precision(BigDecimal number) {
    return number.unscaledValue().abs().toString().length();
  }

  /**
   * A table of RE2/J by the name of the method that makes it, for a regular expression that names a
   * class of characters or ignores case. All are asked for at once, when the first of them is.
   *
   * @throws IllegalStateException if the tables were not provided; no answer can be given any more
   */
  public static int[][] table(String name) {
    if (TABLES.isEmpty()) {
      byte[] lines = RESOURCES.get("unicode.bin");
      if (lines == null) {
        lacking = true;
        throw new IllegalStateException(LACKING);
      }
      for (String line : split(Utf8.text(lines).trim(), "\n", -1)) {
        int space = line.indexOf(' ');
        TABLES.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    return ranges(String.valueOf(TABLES.get(name)));
  }

  /**
   * To be asked before every answer.
   *
   * @throws IllegalStateException if the tables of characters were asked for before they were
   *     provided: the library that asked would go on without them
   */
  static void requireWhole() {
    if (lacking) {
      throw new IllegalStateException(LACKING);
    }
  }

  /**
   * For each range its first character, its last and the step between two. The text has the
   * distance from the range before, the length and the step.
   */
  static int[][] ranges(String packed) {
    int[] numbers = numbers(packed);
    int[][] ranges = new int[numbers.length / 3][];
    int last = 0;
    for (int i = 0; i < ranges.length; i++) {
      int first = last + numbers[3 * i];
      last = first + numbers[3 * i + 1];
      ranges[i] = new int[] {first, last, numbers[3 * i + 2]};
    }
    return ranges;
  }

  /**
   * An automaton of ANTLR. The text has the distance of each number from the sixth before it, twice
   * that, and one less where it is negative.
   */
  public static char[] automaton(String packed) {
    int[] numbers = numbers(packed);
    char[] automaton = new char[numbers.length];
    for (int i = 0; i < automaton.length; i++) {
      int distance = (numbers[i] & 1) == 0 ? numbers[i] / 2 : -(numbers[i] + 1) / 2;
      automaton[i] = (char) (distance + (i < EDGE ? 0 : automaton[i - EDGE]));
    }
    return automaton;
  }

  /**
   * Numbers in digits of base 45 from the lowest on; another set of characters says which is the
   * last (see {@code Digits} in the build).
   */
  private static int[] numbers(String packed) {
    int[] numbers = new int[packed.length()];
    int count = 0;
    int number = 0;
    int weight = 1;
    for (int i = 0; i < packed.length(); i++) {
      char digit = packed.charAt(i);
      if (digit >= 'P') {
        number += (digit - 'P') * weight;
        weight *= BASE;
      } else {
        numbers[count++] = number + (digit - '#') * weight;
        number = 0;
        weight = 1;
      }
    }
    return Arrays.copyOf(numbers, count);
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

  /** {@link Record#equals} of all records: the components are equal. */
  @SuppressWarnings("ReferenceEquality") // one record with itself, which is asked often
  public static boolean same(Record record, @Nullable Object other) {
    if (record == other) {
      return true;
    }
    return other instanceof Record one
        && record.getClass() == one.getClass()
        && Arrays.equals(components(record), components(one));
  }

  /** {@link Record#hashCode} of all records. */
  public static int hash(Record record) {
    return Arrays.hashCode(components(record));
  }

  /** The components of a record, in order; the translation puts the body here. */
  @SuppressWarnings("DoNotCallSuggester") // until then there is none
  public static Object[] components(Record record) {
    throw new UnsupportedOperationException();
  }
}
