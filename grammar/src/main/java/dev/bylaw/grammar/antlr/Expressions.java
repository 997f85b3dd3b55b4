package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.SyntaxCode;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Builds conditions. The grammar reads an expression as a flat row; here {@code or} binds weaker
 * than {@code and}, that weaker than {@code not}, and a quantifier takes all that follows.
 */
@NullMarked
final class Expressions {
  private final Reading reading;
  private final Words words;
  private final Values values;
  private int depth;

  Expressions(Reading reading) {
    this.reading = reading;
    this.words = new Words(reading);
    this.values = new Values(reading, words, this);
  }

  Values values() {
    return values;
  }

  Expr expression(BylawParser.@Nullable ExpressionContext context, Span before) {
    return context == null || Words.isEmpty(context)
        ? new Expr.Missing(Reading.after(before))
        : expression(context);
  }

  Expr expression(BylawParser.ExpressionContext context) {
    if (Words.isEmpty(context)) {
      return new Expr.Missing(reading.span(context));
    }
    List<ParseTree> row = new ArrayList<>();
    for (ParseTree child : children(context)) {
      if (child instanceof BylawParser.TermContext term) {
        flatten(term, row);
      } else {
        row.add(child);
      }
    }
    return new Row(row, reading.span(context), context.exception != null).or();
  }

  private static List<ParseTree> children(ParserRuleContext context) {
    return context.children == null ? List.of() : context.children;
  }

  /** {@code exists K k where …} stands in a row as a quantifier does. */
  private static void flatten(BylawParser.TermContext context, List<ParseTree> row) {
    BylawParser.TermContext term = context;
    while (term != null) {
      row.addAll(children(term));
      BylawParser.ExistenceContext existence = term.existence();
      term = existence == null ? null : existence.term();
    }
  }

  /** Reads a row from left to right. */
  private final class Row {
    private final List<ParseTree> items;
    private final Span whole;
    private final boolean reported;
    private int at;

    Row(List<ParseTree> items, Span whole, boolean reported) {
      this.reported = reported;
      this.items = items;
      this.whole = whole;
    }

    Expr or() {
      List<Expr> operands = new ArrayList<>();
      operands.add(and());
      while (take(BylawParser.OR)) {
        operands.add(and());
      }
      return operands.size() == 1 ? operands.getFirst() : new Expr.Or(operands, spanOf(operands));
    }

    private Expr and() {
      List<Expr> operands = new ArrayList<>();
      operands.add(operand());
      while (take(BylawParser.AND)) {
        operands.add(operand());
      }
      return operands.size() == 1 ? operands.getFirst() : new Expr.And(operands, spanOf(operands));
    }

    private boolean take(int type) {
      boolean found =
          at < items.size()
              && items.get(at) instanceof TerminalNode node
              && node.getSymbol().getType() == type;
      at += found ? 1 : 0;
      return found;
    }

    private Expr operand() {
      if (at >= items.size()) {
        return new Expr.Missing(Reading.after(whole));
      }
      ParseTree item = items.get(at++);
      depth++;
      try {
        if (depth > BoundedParser.MAX_DEPTH) {
          return tooDeep(item);
        }
        return switch (item) {
          case BylawParser.NegationContext not -> {
            Expr operand = operand();
            yield new Expr.Not(operand, reading.span(not).to(operand.span()));
          }
          case BylawParser.QuantifierContext quantifier -> quantified(quantifier);
          case BylawParser.ExistenceContext existence -> exists(existence);
          case BylawParser.ComparisonContext comparison -> values.comparison(comparison);
          default -> new Expr.Missing(whole);
        };
      } finally {
        depth--;
      }
    }

    private Expr tooDeep(ParseTree item) {
      at = items.size();
      Span span = item instanceof ParserRuleContext context ? reading.span(context) : whole;
      if (!reported) {
        SyntaxErrors.tooDeep(reading, span);
      }
      return new Expr.Missing(span);
    }

    private Expr quantified(BylawParser.QuantifierContext context) {
      Span start = reading.span(context.getStart());
      Span head = reading.span(context);
      Name first = words.name(context.word(0));
      Name second = context.COMMA() == null ? null : words.name(context.word(1));
      Expr list = values.value(context.value(), head);
      Expr where = context.WHERE() == null ? null : expression(context.expression(), head);
      Expr condition = or();
      Expr.Quantifier quantifier =
          context.ANY() != null
              ? Expr.Quantifier.ANY
              : context.ALL() != null ? Expr.Quantifier.ALL : Expr.Quantifier.NO;
      if (first == null || (context.COMMA() != null && second == null)) {
        return new Expr.Missing(head);
      }
      return new Expr.Quantified(
          quantifier,
          second == null ? null : first,
          second == null ? first : second,
          list,
          where,
          condition,
          start.to(head).to(condition.span()));
    }

    private Expr exists(BylawParser.ExistenceContext context) {
      Name kind = words.name(context.anyWord());
      Name variable = context.IDENT() == null ? null : words.name(context.IDENT().getSymbol());
      Span head = reading.span(context.getStart());
      Expr where = context.WHERE() == null ? null : or();
      if (kind == null) {
        return new Expr.Missing(head);
      }
      Span named = head.to(variable == null ? kind.span() : variable.span());
      return new Expr.Exists(kind, variable, where, where == null ? named : named.to(where.span()));
    }
  }

  static Span spanOf(List<Expr> operands) {
    return operands.getFirst().span().to(operands.getLast().span());
  }

  /** More of {@code a default b default c} than a stack could hold. */
  boolean isTooLong(int count, Span span) {
    if (count > BoundedParser.MAX_DEPTH) {
      reading.report(
          SyntaxCode.TOO_DEEP,
          span,
          "more than " + BoundedParser.MAX_DEPTH + " values in a row of `default`",
          "split it with `let` or `define`");
      return true;
    }
    return false;
  }
}
