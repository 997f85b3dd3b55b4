package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.engine.value.Duration;
import dev.bylaw.engine.value.ImageReference;
import dev.bylaw.engine.value.Network;
import dev.bylaw.engine.value.Quantity;
import dev.bylaw.engine.value.TimeStamp;
import dev.bylaw.engine.value.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether two single values are the same, and which of them comes first. */
final class Comparing {
  /** The steps to take an image reference or a network apart. */
  static final int PARSING = 20;

  private Comparing() {}

  /** The steps to compare two values: those that are read anew take longer. */
  static int steps(Comparison comparison) {
    return switch (comparison) {
      case IMAGE, NETWORK -> 2 * PARSING;
      case QUANTITY, DURATION, DATE, VERSION -> PARSING;
      case BOOLEAN, TEXT, HOST, NUMBER, INT_OR_STRING, NUMBER_IF_CERTAIN, NUMBER_IF_POSSIBLE -> 1;
    };
  }

  static boolean equal(Node left, Node right, Comparison comparison) {
    return switch (comparison) {
      case BOOLEAN ->
          left instanceof Node.Bool a && right instanceof Node.Bool b && a.value() == b.value();
      case TEXT, VERSION ->
          left instanceof Node.Text a
              && right instanceof Node.Text b
              && a.value().equals(b.value());
      // A rule names days, and a time stamp lies in one.
      case DATE ->
          left instanceof Node.Text a && right instanceof Node.Text b && day(a).equals(day(b));
      case DURATION -> {
        Decimal a = seconds(left);
        Decimal b = seconds(right);
        yield a != null && b != null && a.compareTo(b) == 0;
      }
      case NETWORK -> {
        Network a = network(left);
        Network b = network(right);
        yield a != null && a.equals(b);
      }
      case HOST ->
          left instanceof Node.Text a
              && right instanceof Node.Text b
              && ImageReference.host(a.value()).equals(ImageReference.host(b.value()));
      case NUMBER, QUANTITY -> {
        Decimal a = amount(left);
        Decimal b = amount(right);
        yield a != null && b != null && a.compareTo(b) == 0;
      }
      case INT_OR_STRING, NUMBER_IF_CERTAIN, NUMBER_IF_POSSIBLE ->
          equal(left, right, Comparison.TEXT)
              || (left instanceof Node.Numeral a
                  && right instanceof Node.Numeral b
                  && a.value().compareTo(b.value()) == 0);
      case IMAGE -> {
        ImageReference a = image(left);
        ImageReference b = image(right);
        yield a != null && b != null && a.isSame(b);
      }
    };
  }

  /** Null where the two have no order. */
  static @Nullable Integer order(Node left, Node right, Comparison comparison) {
    if (comparison == Comparison.DATE) {
      return left instanceof Node.Text a && right instanceof Node.Text b
          ? (Integer) day(a).compareTo(day(b))
          : null;
    }
    if (comparison == Comparison.VERSION) {
      Version a = version(left);
      Version b = version(right);
      return a == null || b == null ? null : (Integer) a.compareTo(b);
    }
    if (comparison == Comparison.NUMBER_IF_CERTAIN || comparison == Comparison.NUMBER_IF_POSSIBLE) {
      return left instanceof Node.Numeral a && right instanceof Node.Numeral b
          ? (Integer) a.value().compareTo(b.value())
          : null;
    }
    boolean time = comparison == Comparison.DURATION;
    Decimal a = time ? seconds(left) : amount(left);
    Decimal b = time ? seconds(right) : amount(right);
    return a == null || b == null ? null : (Integer) a.compareTo(b);
  }

  /** The day of a time stamp in UTC; a day is itself. */
  private static String day(Node.Text text) {
    String day = TimeStamp.dayOf(text.value());
    return day == null ? text.value() : day;
  }

  private static @Nullable Decimal amount(Node node) {
    return switch (node) {
      case Node.Numeral number -> number.value();
      case Node.Text text -> Quantity.parse(text.value());
      case Node.Bool _, Node.Null _, Node.Sequence _, Node.Mapping _ -> null;
    };
  }

  private static @Nullable Version version(Node node) {
    return node instanceof Node.Text text ? Version.parse(text.value()) : null;
  }

  /** Whether some item is the same as the element. */
  static boolean isOneOf(Node element, List<Node> items, Comparison comparison) {
    for (Node item : items) {
      if (equal(textOfNull(element), textOfNull(item), comparison)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a network or an address lies in one of these networks. */
  static boolean isWithin(Node inner, List<Node> networks) {
    Network network = network(inner);
    for (Node item : networks) {
      Network outer = network(item);
      if (network != null && outer != null && network.isIn(outer)) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with a value that is compared as this; null if nothing is. */
  static @Nullable String problem(Node node, Comparison comparison) {
    return switch (comparison) {
      case DURATION -> seconds(node) == null ? "is no duration such as 30s or 1h30m" : null;
      case NETWORK -> network(node) == null ? "is no network such as 10.0.0.0/8" : null;
      default -> null;
    };
  }

  /** A null in a list of texts is decoded as the empty text. */
  private static Node textOfNull(Node item) {
    return item instanceof Node.Null ? new Node.Text("", item.span()) : item;
  }

  /** Of a duration, and of a number, which is one in seconds. */
  private static @Nullable Decimal seconds(Node node) {
    return switch (node) {
      case Node.Numeral number -> number.value();
      case Node.Text text -> Duration.parse(text.value());
      case Node.Bool _, Node.Null _, Node.Sequence _, Node.Mapping _ -> null;
    };
  }

  private static @Nullable Network network(Node node) {
    return node instanceof Node.Text text ? Network.parse(text.value()) : null;
  }

  private static @Nullable ImageReference image(Node node) {
    return node instanceof Node.Text text ? ImageReference.parse(text.value()) : null;
  }
}
