package dev.bylaw.engine.mutation;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.engine.value.Duration;
import dev.bylaw.engine.value.Quantity;
import dev.bylaw.grammar.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small changes of the literals that a rule compares with. */
final class LiteralVariants {
  private LiteralVariants() {}

  /** A number one step up and down in its last digit, in the place of the literal. */
  static List<Variant<Value>> neighbours(Value value) {
    List<Variant<Value>> all = new ArrayList<>();
    if (value instanceof Value.Constant constant
        && constant.node() instanceof Node.Numeral number) {
      String text = Wording.of(constant);
      int digits = digits(text);
      for (int step : new int[] {-1, 1}) {
        if (digits > 0) {
          BigDecimal written = new BigDecimal(text.substring(0, digits));
          BigDecimal next = written.add(BigDecimal.valueOf(step).movePointLeft(written.scale()));
          String changed = next.toPlainString() + text.substring(digits);
          Decimal amount = read(changed, constant);
          boolean same = amount == null || number.value().compareTo(amount) == 0;
          if (amount != null
              && !same
              && isWritten(text, constant, number.value())
              && next.signum() * written.signum() >= 0) {
            Node node = new Node.Numeral(amount, constant.span());
            Value other = new Value.Constant(node, constant.type(), constant.span());
            all.add(new Variant<>(other, Change.of("another boundary", constant.span(), changed)));
          }
        }
      }
    }
    return all;
  }

  /** Whether the literal is what it seems: a number of the rule's own text. */
  private static boolean isWritten(String text, Value.Constant constant, Decimal value) {
    Decimal read = read(text, constant);
    return read != null && read.compareTo(value) == 0;
  }

  private static @Nullable Decimal read(String text, Value.Constant constant) {
    boolean time =
        constant.type() == Type.Scalar.DURATION || constant.type() == Type.Scalar.SECONDS;
    Decimal seconds = time ? Duration.parse(text) : null;
    return seconds == null ? Quantity.parse(text) : seconds;
  }

  /** How much of the text is its number, before the unit. */
  private static int digits(String text) {
    int end = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int start = end;
    while (end < text.length() && isDigitOrPoint(text.charAt(end))) {
      end++;
    }
    boolean number = end > start && text.indexOf('.') == text.lastIndexOf('.');
    return number && text.charAt(end - 1) != '.' ? end : 0;
  }

  private static boolean isDigitOrPoint(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  /** A list of literals without one of them; a list of one stays as it is. */
  static List<Variant<Value>> shorter(Value list) {
    List<Variant<Value>> all = new ArrayList<>();
    switch (list) {
      case Value.Constant constant when constant.node() instanceof Node.Sequence sequence -> {
        for (int i = 0; sequence.items().size() > 1 && i < sequence.items().size(); i++) {
          List<Node> rest = Variant.without(sequence.items(), i);
          Node node = new Node.Sequence(rest, sequence.span());
          Change change = removed(constant.span(), spansOf(sequence.items(), Node::span), i);
          all.add(
              new Variant<>(new Value.Constant(node, constant.type(), constant.span()), change));
        }
      }
      case Value.Items items -> {
        for (int i = 0; items.items().size() > 1 && i < items.items().size(); i++) {
          List<Value> rest = Variant.without(items.items(), i);
          Change change = removed(items.span(), spansOf(items.items(), Value::span), i);
          all.add(new Variant<>(new Value.Items(rest, items.type(), items.span()), change));
        }
      }
      default -> {}
    }
    return all;
  }

  private static <T> List<Span> spansOf(List<T> items, java.util.function.Function<T, Span> span) {
    return items.stream().map(span).toList();
  }

  private static Change removed(Span list, List<Span> items, int index) {
    List<String> rest = Variant.without(items, index).stream().map(Wording::of).toList();
    String what = "the list without `" + Wording.of(items.get(index)) + "`";
    return Change.of(what, list, "[" + String.join(", ", rest) + "]");
  }
}
