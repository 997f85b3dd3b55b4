package dev.bylaw.engine.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.CapabilityName;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import dev.bylaw.engine.value.Day;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.engine.value.Duration;
import dev.bylaw.engine.value.ImageReference;
import dev.bylaw.engine.value.Network;
import dev.bylaw.engine.value.Quantity;
import dev.bylaw.engine.value.Version;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a literal as the type that the other side of its comparison expects. */
final class Literals {
  private static final int LONGEST_EXPONENT = 2;

  private final Context context;

  Literals(Context context) {
    this.context = context;
  }

  /** The type that a literal has where nothing is expected of it; null for what is no literal. */
  static @Nullable Type naturalType(Expr expr) {
    return switch (expr) {
      case Expr.StringLiteral _, Expr.Exactly _ -> Scalar.STRING;
      case Expr.RegexLiteral _ -> Scalar.REGEX;
      case Expr.BooleanLiteral _ -> Scalar.BOOLEAN;
      case Expr.DateLiteral _ -> Scalar.DATE;
      case Expr.VersionLiteral _ -> Scalar.VERSION;
      case Expr.NumberLiteral number ->
          isPlain(number.text()) ? Scalar.NUMBER : measure(number.text());
      case Expr.ListLiteral list -> {
        Type element = list.items().isEmpty() ? Scalar.ANY : naturalType(list.items().getFirst());
        yield element == null ? null : new Type.ListType(element);
      }
      case Expr.And _,
          Expr.Or _,
          Expr.Not _,
          Expr.Quantified _,
          Expr.Exists _,
          Expr.Binary _,
          Expr.Presence _,
          Expr.Known _,
          Expr.Part _,
          Expr.Default _,
          Expr.Count _,
          Expr.Path _,
          Expr.Parenthesized _,
          Expr.Missing _ ->
          null;
    };
  }

  /** The constant that a literal is, or null after saying why it is none of the expected type. */
  @Nullable Value string(Expr.StringLiteral literal, Type expected) {
    String text = literal.text().value();
    Span span = literal.span();
    return switch (expected) {
      case Type.EnumType type -> enumValue(text, type, span);
      case Scalar scalar ->
          switch (scalar) {
            case STRING, INT_OR_STRING, DATE_TIME, BYTES, HOST, ANY ->
                new Value.Constant(new Node.Text(text, span), Scalar.STRING, span);
            case IMAGE -> image(text, span);
            case NETWORK, ADDRESS -> network(text, scalar, span);
            case CAPABILITY, ADDED_CAPABILITY, DROPPED_CAPABILITY -> capability(text, span);
            case BOOLEAN, INTEGER, NUMBER, SECONDS, DURATION, DATE, REGEX, VERSION ->
                incomparable(expected, Scalar.STRING, span);
          };
      case Type.QuantityType _,
          Type.ListType _,
          Type.MapType _,
          dev.bylaw.engine.type.ObjectType _ ->
          incomparable(expected, Scalar.STRING, span);
    };
  }

  /** A regular expression, where one is expected or nothing is. */
  @Nullable Value regex(Expr.RegexLiteral regex, @Nullable Type expected) {
    if (expected != null && expected != Scalar.REGEX) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              regex.span(),
              "a regular expression is compared by `matches` alone",
              "compare with `matches /…/`");
      return null;
    }
    try {
      Pattern.compile(regex.pattern());
    } catch (PatternSyntaxException e) {
      context
          .diagnostics()
          .error(
              CheckCode.BAD_REGEX,
              regex.span(),
              "RE2 does not accept this regular expression: " + e.getDescription(),
              "mend it: a sign with a meaning is written with a `\\` before it, such as `\\(`, and"
                  + " RE2 has no look-around and no back-references");
      return null;
    }
    if (RegexReach.isEmpty(regex.pattern())) {
      context
          .diagnostics()
          .error(
              CheckCode.EMPTY_REGEX,
              regex.span(),
              "no text matches this regular expression",
              "take `^` and `$` out of the middle, or write `\\^` and `\\$` for the characters:"
                  + " they are the start and the end of the text");
      return null;
    }
    return new Value.Constant(
        new Node.Text(regex.pattern(), regex.span()), Scalar.REGEX, regex.span());
  }

  private @Nullable Value image(String text, Span span) {
    ImageReference image = ImageReference.parse(text);
    if (image == null) {
      context
          .diagnostics()
          .error(
              CheckCode.BAD_LITERAL,
              span,
              "`" + text + "` is no image reference",
              "write it as in a manifest: `registry/repository:tag`");
      return null;
    }
    return new Value.Constant(new Node.Text(text, span), Scalar.IMAGE, span);
  }

  /** An address alone is a network of one, but many addresses are never equal to one. */
  private @Nullable Value network(String text, Scalar expected, Span span) {
    Network network = Network.parse(text);
    if (network == null) {
      return bad(
          "`" + text + "` is no network",
          "write an address and the length of its prefix, for example \"10.0.0.0/8\" or"
              + " \"fd00::/8\"",
          span);
    }
    if (expected == Scalar.ADDRESS && !network.isSingle()) {
      return bad(
          "`" + text + "` is a whole network, which no single address is equal to",
          "ask whether the address lies in it: `in \"" + text + "\"`",
          span);
    }
    if (!network.isWrittenIn(text)) {
      context
          .diagnostics()
          .add(
              Paths.replace(
                  Diagnostic.of(
                      CheckCode.BAD_LITERAL,
                      span,
                      "`" + text + "` has bits behind its prefix, which make no difference",
                      "write the network as \"" + network + "\""),
                  span,
                  "\"" + network + "\""));
      return null;
    }
    return new Value.Constant(new Node.Text(text, span), expected, span);
  }

  private @Nullable Value bad(String message, String help, Span span) {
    context.diagnostics().error(CheckCode.BAD_LITERAL, span, message, help);
    return null;
  }

  @Nullable Value enumValue(String text, Type.EnumType type, Span span) {
    if (!type.values().contains(text)) {
      String near = Suggestion.of(text, type.values());
      Diagnostic diagnostic =
          Diagnostic.of(
              CheckCode.UNKNOWN_VALUE,
              span,
              "unknown value `" + text + "`",
              near == null
                  ? "the API accepts " + String.join(", ", type.values())
                  : "did you mean " + near + "?");
      context.diagnostics().add(near == null ? diagnostic : Paths.replace(diagnostic, span, near));
      return null;
    }
    return new Value.Constant(new Node.Text(text, span), type, span);
  }

  /** A capability by its name in a rule, as a constant whose text is the canonical name. */
  @Nullable Value capability(String text, Span span) {
    CapabilityName name = CapabilityName.literal(text);
    if (name == null) {
      List<String> known = new ArrayList<>(Capability.names());
      known.add("ALL");
      String near = Suggestion.of(text, known);
      Diagnostic diagnostic =
          Diagnostic.of(
              CheckCode.UNKNOWN_CAPABILITY,
              span,
              "unknown capability `" + text + "`",
              near == null
                  ? "capabilities(7) lists the names; ALL stands for itself"
                  : "did you mean " + near + "?");
      context.diagnostics().add(near == null ? diagnostic : Paths.replace(diagnostic, span, near));
      return null;
    }
    return new Value.Constant(new Node.Text(canonical(name), span), Scalar.CAPABILITY, span);
  }

  static String canonical(CapabilityName name) {
    return name.capabilities().size() > 1 ? "ALL" : name.capabilities().iterator().next().name();
  }

  @Nullable Value number(Expr.NumberLiteral literal, Type expected) {
    String text = literal.text();
    Span span = literal.span();
    boolean plain = isPlain(text);
    return switch (expected) {
      case Type.QuantityType(Type.Dimension dimension) ->
          measure(text) == Scalar.DURATION
              ? incomparable(expected, Scalar.DURATION, span)
              : quantity(text, dimension, span);
      case Scalar scalar ->
          switch (scalar) {
            case SECONDS ->
                plain
                    ? wholeWhereNeeded(Decimal.of(new BigDecimal(text)), scalar, span)
                    : duration(text, scalar, span);
            // Custom kinds declare most durations as no more than strings.
            case DURATION, STRING ->
                plain ? incomparable(expected, Scalar.NUMBER, span) : duration(text, scalar, span);
            case INTEGER, NUMBER, INT_OR_STRING, ANY -> {
              if (plain) {
                yield wholeWhereNeeded(Decimal.of(new BigDecimal(text)), scalar, span);
              }
              if (scalar != Scalar.ANY) {
                yield incomparable(expected, measure(text), span);
              }
              yield measure(text) == Scalar.DURATION
                  ? duration(text, Scalar.DURATION, span)
                  : quantity(text, Type.Dimension.UNKNOWN, span);
            }
            case BYTES,
                DATE_TIME,
                IMAGE,
                BOOLEAN,
                NETWORK,
                ADDRESS,
                DATE,
                HOST,
                REGEX,
                VERSION,
                CAPABILITY,
                ADDED_CAPABILITY,
                DROPPED_CAPABILITY ->
                incomparable(expected, Scalar.NUMBER, span);
          };
      case Type.EnumType _, Type.ListType _, Type.MapType _, dev.bylaw.engine.type.ObjectType _ ->
          incomparable(expected, plain ? Scalar.NUMBER : measure(text), span);
    };
  }

  private @Nullable Value wholeWhereNeeded(Decimal number, Scalar expected, Span span) {
    boolean whole = number.isWhole();
    boolean needed =
        expected == Scalar.INTEGER
            || expected == Scalar.INT_OR_STRING
            || expected == Scalar.SECONDS;
    if (!whole && needed) {
      return bad("the field holds whole numbers only", "write a number without a fraction", span);
    }
    return new Value.Constant(
        new Node.Numeral(number, span), whole ? Scalar.INTEGER : Scalar.NUMBER, span);
  }

  /** A length of time as its number of seconds. */
  private @Nullable Value duration(String text, Scalar expected, Span span) {
    Decimal seconds = Duration.parse(text);
    if (seconds == null) {
      return Quantity.parse(text) == null
          ? bad("`" + text + "` is no duration", durationHelp(text), span)
          : incomparable(expected, new Type.QuantityType(dimensionOf(text)), span);
    }
    if (expected == Scalar.SECONDS && !seconds.isWhole()) {
      return bad(
          "the field holds whole seconds only",
          "write a duration without a part of a second",
          span);
    }
    return new Value.Constant(
        new Node.Numeral(seconds, span),
        expected == Scalar.SECONDS ? expected : Scalar.DURATION,
        span);
  }

  /** Days and weeks are what people miss most among the units. */
  private static String durationHelp(String text) {
    String number = text.substring(0, text.length() - 1);
    int hours = text.endsWith("d") ? 24 : text.endsWith("w") ? 24 * 7 : 0;
    boolean longer = hours > 0 && number.length() < 6 && isDecimal(number);
    return longer
        ? "the longest unit is the hour: write "
            + new BigDecimal(number)
                .multiply(BigDecimal.valueOf(hours))
                .stripTrailingZeros()
                .toPlainString()
            + "h"
        : "its units are h, m, s, ms, us and ns, for example 30s or 1h30m";
  }

  /** What a number with a unit measures: a length of time only where no quantity has the unit. */
  private static Type measure(String text) {
    return Quantity.parse(text) == null && Duration.parse(text) != null
        ? Scalar.DURATION
        : new Type.QuantityType(dimensionOf(text));
  }

  private @Nullable Value quantity(String text, Type.Dimension expected, Span span) {
    Decimal amount = Quantity.parse(text);
    if (amount == null) {
      context
          .diagnostics()
          .error(
              CheckCode.BAD_LITERAL,
              span,
              "`" + text + "` is no quantity",
              "write for example 500m, 1.5, 100M or 2Gi");
      return null;
    }
    Type.Dimension said = dimensionOf(text);
    boolean mixed =
        said != Type.Dimension.UNKNOWN && expected != Type.Dimension.UNKNOWN && said != expected;
    return mixed
        ? incomparable(new Type.QuantityType(expected), new Type.QuantityType(said), span)
        : new Value.Constant(new Node.Numeral(amount, span), new Type.QuantityType(expected), span);
  }

  /** What the suffix of a number says it measures; unknown for what is no quantity either. */
  private static Type.Dimension dimensionOf(String text) {
    Type.Dimension said = Quantity.dimensionOf(text);
    return said == null ? Type.Dimension.UNKNOWN : said;
  }

  /**
   * Digits with perhaps a sign, a fraction and a short exponent: {@code 1e3}, but not {@code 1E},
   * which is a unit.
   */
  static boolean isPlain(String text) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (exponent >= 0) {
      int digits = text.length() - exponent - 1;
      return digits >= 1
          && digits <= LONGEST_EXPONENT
          && isDecimal(text.substring(0, exponent))
          && isDecimal(text.substring(exponent + 1));
    }
    return isDecimal(text);
  }

  private static boolean isDecimal(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digit |= c >= '0' && c <= '9';
      if ((c < '0' || c > '9') && c != '.' && c != '-') {
        return false;
      }
    }
    return digit;
  }

  @Nullable Value bool(Expr.BooleanLiteral literal, Type expected) {
    return expected == Scalar.BOOLEAN || expected == Scalar.ANY
        ? new Value.Constant(
            new Node.Bool(literal.value(), literal.span()), Scalar.BOOLEAN, literal.span())
        : incomparable(expected, Scalar.BOOLEAN, literal.span());
  }

  @Nullable Value date(Expr.DateLiteral literal, Type expected) {
    if (!Day.isDay(literal.text())) {
      context
          .diagnostics()
          .error(
              CheckCode.BAD_LITERAL,
              literal.span(),
              "`" + literal.text() + "` is no day of the calendar",
              "write year-month-day, for example 2027-03-31");
      return null;
    }
    return expected == Scalar.DATE || expected == Scalar.DATE_TIME || expected == Scalar.ANY
        ? new Value.Constant(
            new Node.Text(literal.text(), literal.span()), Scalar.DATE, literal.span())
        : incomparable(expected, Scalar.DATE, literal.span());
  }

  @Nullable Value version(Expr.VersionLiteral literal, Type expected) {
    if (Version.parse(literal.text()) == null) {
      context
          .diagnostics()
          .error(
              CheckCode.BAD_LITERAL,
              literal.span(),
              "`" + literal.text() + "` is no version of a pack",
              "write two numbers, for example v1.30");
      return null;
    }
    return expected == Scalar.VERSION || expected == Scalar.ANY
        ? new Value.Constant(
            new Node.Text(literal.text(), literal.span()), Scalar.VERSION, literal.span())
        : incomparable(expected, Scalar.VERSION, literal.span());
  }

  private @Nullable Value incomparable(Type expected, Type found, Span span) {
    context
        .diagnostics()
        .error(
            CheckCode.INCOMPARABLE,
            span,
            "compares " + expected.described() + " with " + found.described(),
            remedy(expected, found));
    return null;
  }

  static String remedy(Type expected, Type found) {
    if (expected instanceof Type.QuantityType(Type.Dimension dimension)
        && (found instanceof Type.QuantityType || found == Scalar.DURATION)) {
      return dimension == Type.Dimension.CPU
          ? "write an amount of cpu, for example 500m or 2"
          : "write an amount without `m`, for example 512Mi or 2Gi";
    }
    if (expected == Scalar.SECONDS && found != Scalar.STRING) {
      return "write a length of time, for example 30s or 5m";
    }
    if (expected == Scalar.DURATION) {
      return found == Scalar.STRING
          ? "take the quotes away"
          : "write a length of time with its unit, for example 30s or 5m";
    }
    if (expected == Scalar.NETWORK || expected == Scalar.ADDRESS) {
      return "write a network in quotes, for example \"10.0.0.0/8\"";
    }
    if (expected == Scalar.REGEX) {
      return "write it between slashes: `matches /…/`";
    }
    if (found == Scalar.STRING
        && (expected == Scalar.INTEGER
            || expected == Scalar.SECONDS
            || expected == Scalar.NUMBER
            || expected == Scalar.BOOLEAN
            || expected instanceof Type.QuantityType)) {
      return "take the quotes away";
    }
    if (expected instanceof ObjectType) {
      return "compare one of its fields";
    }
    return "write " + expected.described() + " here";
  }
}
