package dev.bylaw.engine.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.CapabilityName;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Value;
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
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.Declaration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a value from outside as the type that its parameter declares. */
final class SettingReader {
  private final Context context;

  SettingReader(Context context) {
    this.context = context;
  }

  /**
   * The value, or null after saying why it is none of the type.
   *
   * @param standard the parameter's default, which is also the newest version of a pack
   */
  @Nullable Value read(
      Pack.Given given,
      Type type,
      String pack,
      Declaration.Parameter parameter,
      @Nullable Value standard) {
    if (type == Scalar.VERSION && given.value() instanceof Node.Text text) {
      return version(text, pack, standard);
    }
    Node wrong = null;
    Value value = null;
    if (type instanceof Type.ListType(Type element)) {
      List<Node> items = new ArrayList<>();
      List<? extends Node> written = elements(given.value());
      if (written == null) {
        wrong(given.value(), type, type, pack, parameter);
        return null;
      }
      for (Node item : written) {
        Node read = scalar(item, element);
        if (read == null) {
          wrong = item;
        } else {
          items.add(read);
        }
      }
      value =
          new Value.Constant(
              new Node.Sequence(items, given.value().span()), type, given.value().span());
    } else {
      Node read = scalar(given.value(), type);
      wrong = read == null ? given.value() : null;
      value = read == null ? null : new Value.Constant(read, type, read.span());
    }
    if (wrong != null) {
      wrong(
          wrong,
          type instanceof Type.ListType(Type element) ? element : type,
          type,
          pack,
          parameter);
      return null;
    }
    return value;
  }

  private static @Nullable List<? extends Node> elements(Node given) {
    return switch (given) {
      case Node.Sequence sequence -> sequence.items();
      case Node.Text text -> SettingText.elements(text);
      case Node.Numeral _, Node.Bool _, Node.Null _, Node.Mapping _ -> List.of(given);
    };
  }

  private static @Nullable Node scalar(Node given, Type type) {
    return switch (given) {
      case Node.Text text -> ofText(SettingText.single(text), type);
      case Node.Numeral number -> ofNumber(number, type);
      case Node.Bool bool -> type == Scalar.BOOLEAN ? bool : null;
      case Node.Null _, Node.Sequence _, Node.Mapping _ -> null;
    };
  }

  private static @Nullable Node ofNumber(Node.Numeral number, Type type) {
    return switch (type) {
      case Type.QuantityType _ -> number;
      case Scalar scalar ->
          switch (scalar) {
            case NUMBER -> number;
            case INTEGER -> number.value().isWhole() ? number : null;
            default -> ofText(new Node.Text(number.span().text(), number.span()), type);
          };
      default -> null;
    };
  }

  private static @Nullable Node ofText(Node.Text given, Type type) {
    String text = given.value();
    return switch (type) {
      case Type.QuantityType _ -> numeral(Quantity.parse(text), given);
      case Scalar scalar ->
          switch (scalar) {
            case STRING -> given;
            case NUMBER -> numeral(plain(text), given);
            case INTEGER -> {
              Decimal number = plain(text);
              yield number != null && number.isWhole() ? numeral(number, given) : null;
            }
            case BOOLEAN ->
                text.equals("true") || text.equals("false")
                    ? new Node.Bool(text.equals("true"), given.span())
                    : null;
            case CAPABILITY -> capability(given);
            case IMAGE -> ImageReference.parse(text) == null ? null : given;
            case DURATION -> numeral(Duration.parse(text), given);
            case NETWORK -> network(given);
            case DATE -> Day.isDay(text) ? given : null;
            case VERSION -> Version.parse(text) == null ? null : given;
            case REGEX -> regex(given);
            default -> throw new IllegalStateException("no parameter is " + type.described());
          };
      default -> throw new IllegalStateException("no parameter is " + type.described());
    };
  }

  private static @Nullable Decimal plain(String text) {
    return Literals.isPlain(text) ? Decimal.of(new BigDecimal(text)) : null;
  }

  private static @Nullable Node numeral(@Nullable Decimal value, Node.Text given) {
    return value == null ? null : new Node.Numeral(value, given.span());
  }

  /** Bits behind the prefix are a mistake here as in a rule. */
  private static @Nullable Node network(Node.Text given) {
    Network network = Network.parse(given.value());
    return network != null && network.isWrittenIn(given.value()) ? given : null;
  }

  /** Between slashes as in a rule, or without them. */
  private static @Nullable Node regex(Node.Text given) {
    String text = given.value();
    boolean slashes = text.length() > 1 && text.startsWith("/") && text.endsWith("/");
    String pattern = slashes ? text.substring(1, text.length() - 1).replace("\\/", "/") : text;
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      return null;
    }
    return new Node.Text(pattern, given.span());
  }

  private static @Nullable Node capability(Node.Text given) {
    CapabilityName name = CapabilityName.literal(given.value());
    return name == null ? null : new Node.Text(Literals.canonical(name), given.span());
  }

  /** The versions up to the default are those that the pack knows. */
  private @Nullable Value version(Node.Text given, String pack, @Nullable Value standard) {
    String text = given.value();
    if (text.equals("latest") && standard != null) {
      return standard;
    }
    Version version = Version.parse(text);
    Version newest =
        standard instanceof Value.Constant constant
                && constant.node() instanceof Node.Text newestText
            ? Version.parse(newestText.value())
            : null;
    if (version == null) {
      context
          .diagnostics()
          .error(
              CheckCode.UNKNOWN_VERSION,
              given.span(),
              "`" + text + "` is no version of a pack",
              "write for example " + (newest == null ? "v1.30" : newest.text() + ", or latest"));
      return null;
    }
    Version oldest = newest == null ? version : new Version(newest.major(), 0);
    if (newest != null && (version.compareTo(oldest) < 0 || version.compareTo(newest) > 0)) {
      context
          .diagnostics()
          .error(
              CheckCode.UNKNOWN_VERSION,
              given.span(),
              "the pack `" + pack + "` has no version " + version.text(),
              "it has " + oldest.text() + " to " + newest.text());
      return null;
    }
    return new Value.Constant(given, Scalar.VERSION, given.span());
  }

  private static String described(Type type) {
    return type == Scalar.INTEGER ? "a whole number" : type.described();
  }

  private static String taken(Type type) {
    return type instanceof Type.ListType(Type element) && element == Scalar.INTEGER
        ? "a list of whole numbers"
        : described(type);
  }

  /** What is wrong is the value itself, or an element of it. */
  private void wrong(
      Node value, Type wanted, Type type, String pack, Declaration.Parameter parameter) {
    String near =
        wanted == Scalar.CAPABILITY && value instanceof Node.Text text
            ? Suggestion.of(text.value(), Capability.names())
            : null;
    context
        .diagnostics()
        .add(
            Diagnostic.of(
                    CheckCode.BAD_SETTING,
                    value.span(),
                    "`" + value.span().text() + "` is not " + taken(wanted),
                    near == null
                        ? "`" + pack + "." + parameter.name().text() + "` takes " + taken(type)
                        : "did you mean " + near + "?")
                .related(
                    parameter.name().span(),
                    "declared as `" + parameter.type().span().text() + "` here"));
  }
}
