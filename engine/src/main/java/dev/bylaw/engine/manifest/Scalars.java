package dev.bylaw.engine.manifest;

import dev.bylaw.engine.value.Decimal;
import dev.bylaw.engine.value.Utf8;
import dev.bylaw.grammar.Span;
import java.math.BigInteger;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which value a scalar is, by go-yaml v2's table: {@code y} is true, {@code 0o0} is zero, {@code
 * 08} is eight, {@code 1:30} and dates are strings.
 */
final class Scalars {
  private static final String PREFIX = "tag:yaml.org,2002:";
  private static final String STR = PREFIX + "str";
  private static final String BINARY = PREFIX + "binary";
  private static final String TIMESTAMP = PREFIX + "timestamp";

  private static final Map<String, Resolved> WORDS = words();

  private Scalars() {}

  /**
   * @param tag the tag in full, or null
   * @param plain whether it stands without quotes and is no block scalar, or has the tag {@code !}
   */
  static Resolved resolve(@Nullable String tag, boolean plain, String text) {
    if (tag == null) {
      return plain ? untagged(text) : new Resolved.Str(text);
    }
    return switch (tag) {
      case STR -> new Resolved.Str(text);
      case BINARY -> binary(text);
      case TIMESTAMP -> timestamp(text);
      case PREFIX + "bool", PREFIX + "int", PREFIX + "float", PREFIX + "null" ->
          tagged(tag.substring(PREFIX.length()), text);
      default -> new Resolved.Str(text);
    };
  }

  /** The value as a node; an {@link Resolved.Invalid} must have been dealt with. */
  static Node node(Resolved value, Span span) {
    return switch (value) {
      case Resolved.Str(String text) -> new Node.Text(text, span);
      case Resolved.Int(long number) -> new Node.Numeral(Decimal.of(number), span);
      case Resolved.Unsigned(BigInteger number) ->
          new Node.Numeral(Numerals.decimal(number.doubleValue()), span);
      // Only a key may be one of these, and of a key's node nothing but the place is used.
      case Resolved.Real(double number) when Double.isNaN(number) || Double.isInfinite(number) ->
          new Node.Text("", span);
      case Resolved.Real(double number) -> new Node.Numeral(Numerals.decimal(number), span);
      case Resolved.Flag(boolean flag) -> new Node.Bool(flag, span);
      case Resolved.Nothing _ -> new Node.Null(span);
      case Resolved.Invalid(String message, _) -> throw new IllegalArgumentException(message);
    };
  }

  private static Resolved untagged(String text) {
    Resolved word = WORDS.get(text);
    if (word != null) {
      return word;
    }
    char first = text.charAt(0);
    if (first == '.') {
      return orText(Numerals.parseFraction(text), text);
    }
    if (first == '+' || first == '-' || (first >= '0' && first <= '9')) {
      return orText(Numerals.parse(text), text);
    }
    return new Resolved.Str(text);
  }

  private static Resolved orText(@Nullable Resolved number, String text) {
    return number == null ? new Resolved.Str(text) : number;
  }

  private static Resolved tagged(String type, String text) {
    Resolved value = untagged(text);
    boolean fits =
        switch (value) {
          case Resolved.Int _ -> type.equals("int") || type.equals("float");
          case Resolved.Unsigned _ -> type.equals("int");
          case Resolved.Real _ -> type.equals("float");
          case Resolved.Flag _ -> type.equals("bool");
          case Resolved.Nothing _ -> type.equals("null");
          case Resolved.Str _, Resolved.Invalid _ -> false;
        };
    if (!fits) {
      return new Resolved.Invalid("this value does not fit its tag !!" + type, "remove the tag");
    }
    return type.equals("float") && value instanceof Resolved.Int(long number)
        ? new Resolved.Real(number)
        : value;
  }

  /**
   * kubectl keeps the text of a timestamp, after it has checked it. The check here is looser: what
   * passes is a string to both or an error to kubectl alone.
   */
  private static Resolved timestamp(String text) {
    boolean year = text.length() > 7 && text.charAt(4) == '-';
    for (int i = 0; year && i < text.length(); i++) {
      char c = text.charAt(i);
      year = (c >= '0' && c <= '9') || (i >= 4 && "-:.+ TtZ".indexOf(c) >= 0);
    }
    return year
        ? new Resolved.Str(text)
        : new Resolved.Invalid("this value does not fit its tag !!timestamp", "remove the tag");
  }

  private static Resolved binary(String text) {
    String code = text.replace("\n", "").replace("\r", "");
    byte[] bytes = null;
    if (code.length() % 4 == 0) {
      try {
        bytes = Base64.getDecoder().decode(code);
      } catch (IllegalArgumentException _) {
        // said below, in our own words
      }
    }
    return bytes == null
        ? new Resolved.Invalid(
            "this value does not fit its tag !!binary: it is not base64", "remove the tag")
        : new Resolved.Str(Utf8.text(bytes));
  }

  private static Map<String, Resolved> words() {
    Map<String, Resolved> words = new LinkedHashMap<>();
    put(words, new Resolved.Flag(true), "y Y yes Yes YES true True TRUE on On ON");
    put(words, new Resolved.Flag(false), "n N no No NO false False FALSE off Off OFF");
    put(words, new Resolved.Nothing(), "~ null Null NULL");
    words.put("", new Resolved.Nothing());
    put(words, new Resolved.Real(Double.NaN), ".nan .NaN .NAN");
    put(words, new Resolved.Real(Double.POSITIVE_INFINITY), ".inf .Inf .INF +.inf +.Inf +.INF");
    put(words, new Resolved.Real(Double.NEGATIVE_INFINITY), "-.inf -.Inf -.INF");
    return words;
  }

  private static void put(Map<String, Resolved> words, Resolved value, String spellings) {
    int start = 0;
    while (start < spellings.length()) {
      int end = spellings.indexOf(' ', start);
      end = end < 0 ? spellings.length() : end;
      words.put(spellings.substring(start, end), value);
      start = end + 1;
    }
  }
}
