package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr.Operator;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;

/** Which operator stands between two values. */
@NullMarked
final class Operators {
  private Operators() {}

  static Operator of(BylawParser.OperatorContext context) {
    Token first = context.getStart();
    boolean not = context.NOT() != null;
    return switch (first.getType()) {
      case BylawParser.NOT_EQUAL -> Operator.NOT_EQUAL;
      case BylawParser.LESS -> Operator.LESS;
      case BylawParser.AT_MOST -> Operator.AT_MOST;
      case BylawParser.GREATER -> Operator.GREATER;
      case BylawParser.AT_LEAST -> Operator.AT_LEAST;
      case BylawParser.SELECTS -> Operator.SELECTS;
      case BylawParser.CONTAINS ->
          context.ANY() != null
              ? Operator.CONTAINS_ANY_OF
              : context.ALL() != null
                  ? Operator.CONTAINS_ALL_OF
                  : context.ONLY() != null ? Operator.CONTAINS_ONLY : Operator.CONTAINS;
      default -> {
        if (context.IN() != null) {
          yield not ? Operator.NOT_IN : Operator.IN;
        }
        if (context.LIKE() != null) {
          yield not ? Operator.NOT_LIKE : Operator.LIKE;
        }
        if (context.MATCHES() != null) {
          yield not ? Operator.NOT_MATCHES : Operator.MATCHES;
        }
        if (context.FROM() != null) {
          yield not ? Operator.NOT_FROM : Operator.FROM;
        }
        if (context.UNDER() != null) {
          yield not ? Operator.NOT_UNDER : Operator.UNDER;
        }
        yield Operator.EQUAL;
      }
    };
  }

  /** All words of the operator. */
  static Span span(Reading reading, BylawParser.ComparisonTailContext tail) {
    return tail instanceof BylawParser.RelationContext relation
        ? reading.span(relation.operator())
        : reading.span(tail);
  }
}
