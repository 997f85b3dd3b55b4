package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.SyntaxCode;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.Text;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Builds comparisons and what stands on their two sides. */
@NullMarked
final class Values {
  private final Reading reading;
  private final Words words;
  private final Expressions expressions;

  Values(Reading reading, Words words, Expressions expressions) {
    this.reading = reading;
    this.words = words;
    this.expressions = expressions;
  }

  Expr comparison(BylawParser.ComparisonContext context) {
    Span whole = reading.span(context);
    Expr left = value(context.value(), whole);
    List<BylawParser.ComparisonTailContext> tails = context.comparisonTail();
    if (tails.isEmpty()) {
      return left;
    }
    if (tails.size() > 1) {
      reading.report(
          SyntaxCode.CHAINED_COMPARISON,
          Operators.span(reading, tails.get(1)),
          "comparisons do not chain",
          "compare twice, with `and` between");
    }
    return switch (tails.getFirst()) {
      case BylawParser.RelationContext relation -> relation(left, relation);
      case BylawParser.PresenceContext presence -> presence(left, presence);
      default ->
          new Expr.Binary(
              left,
              Expr.Operator.EQUAL,
              Reading.after(whole),
              new Expr.Missing(Reading.after(whole)),
              whole);
    };
  }

  private Expr relation(Expr left, BylawParser.RelationContext context) {
    Span operator = Operators.span(reading, context);
    Expr right = value(context.value(), operator);
    if (context.operator().ASSIGN() != null) {
      reading.report(
          SyntaxCode.ASSIGNMENT,
          operator,
          "`=` assigns nothing here; did you mean `==`?",
          "write `==`",
          "==");
    }
    return new Expr.Binary(
        left,
        Operators.of(context.operator()),
        operator,
        right,
        left.span().to(operator).to(right.span()));
  }

  /** {@code is present} and its like: each has an opposite, which is said in two words, too. */
  private Expr presence(Expr left, BylawParser.PresenceContext context) {
    boolean known = context.KNOWN() != null || context.UNKNOWN() != null;
    boolean absent = context.ABSENT() != null || context.UNKNOWN() != null;
    Span span = left.span().to(reading.span(context));
    if (context.NOT() != null) {
      String meant =
          known ? (absent ? "is known" : "is unknown") : absent ? "is present" : "is absent";
      reading.report(
          SyntaxCode.DOUBLE_NEGATION,
          reading.span(context),
          "`" + reading.span(context).text() + "` is said in two words",
          "write `" + meant + "`",
          meant);
      absent = !absent;
    }
    return known ? new Expr.Known(left, !absent, span) : new Expr.Presence(left, absent, span);
  }

  Expr value(BylawParser.@Nullable ValueContext context, Span before) {
    if (context == null || Words.isEmpty(context) || context.primary().isEmpty()) {
      return new Expr.Missing(Reading.after(before));
    }
    List<ParseTree> parts = context.children;
    Expr value = primary(context.primary(0));
    if (expressions.isTooLong(parts.size() / 2, reading.span(context))) {
      return value;
    }
    for (int i = 1; i < parts.size(); i += 2) {
      if (isDefault(parts.get(i))) {
        Expr next =
            i + 1 < parts.size() && parts.get(i + 1) instanceof BylawParser.PrimaryContext primary
                ? primary(primary)
                : new Expr.Missing(Reading.after(reading.span(context)));
        value = new Expr.Default(value, next, value.span().to(next.span()));
      }
    }
    return value;
  }

  private static boolean isDefault(ParseTree node) {
    return node instanceof TerminalNode terminal
        && terminal.getSymbol().getType() == BylawParser.DEFAULT;
  }

  private Expr primary(BylawParser.@Nullable PrimaryContext context) {
    if (context == null) {
      return new Expr.Missing(reading.span(0, 0));
    }
    Span span = reading.span(context);
    String text = context.getStart().getText();
    return switch (context) {
      case BylawParser.TextContext c -> {
        Text literal = words.text(c.string());
        yield literal == null ? new Expr.Missing(span) : new Expr.StringLiteral(literal);
      }
      case BylawParser.NumberContext _ -> new Expr.NumberLiteral(text, span);
      case BylawParser.DateContext _ -> new Expr.DateLiteral(text, span);
      case BylawParser.VersionContext _ -> new Expr.VersionLiteral(text, span);
      case BylawParser.BooleanContext c -> new Expr.BooleanLiteral(c.TRUE() != null, span);
      case BylawParser.RegexContext _ -> new Expr.RegexLiteral(pattern(text), span);
      case BylawParser.ExactlyContext c ->
          new Expr.Exactly(
              c.primary() == null ? new Expr.Missing(Reading.after(span)) : primary(c.primary()),
              span);
      case BylawParser.ParenthesizedContext c -> parenthesized(c, span);
      case BylawParser.ListContext c -> list(c, span);
      case BylawParser.UncheckedContext c -> path(words.name(c.word()), c.step(), true, span);
      case BylawParser.WordOrCallContext c ->
          c.LPAREN() == null ? path(words.name(c.word()), c.step(), false, span) : call(c, span);
      default -> new Expr.Missing(span);
    };
  }

  private Expr parenthesized(BylawParser.ParenthesizedContext context, Span span) {
    Expr inner = expressions.expression(context.expression(), span);
    if (context.step().isEmpty()) {
      return new Expr.Parenthesized(inner, span);
    }
    Span closing =
        context.RPAREN() == null ? inner.span() : reading.span(context.RPAREN().getSymbol());
    Span of = reading.span(context.getStart()).to(closing);
    return new Expr.Part(new Expr.Parenthesized(inner, of), steps(context.step()), span);
  }

  /** {@code count(x)}: the only word that is called. */
  private Expr call(BylawParser.WordOrCallContext context, Span span) {
    Name function = words.name(context.word());
    if (function != null && !function.text().equals("count")) {
      reading.report(
          SyntaxCode.UNKNOWN_FUNCTION,
          function.span(),
          "there is no function `" + function.text() + "`",
          "the only function is `count(list)`");
    }
    return new Expr.Count(expressions.expression(context.expression(), span), span);
  }

  Expr path(BylawParser.@Nullable PathContext context, Span before) {
    return context == null || Words.isEmpty(context)
        ? new Expr.Missing(Reading.after(before))
        : path(
            words.name(context.word()),
            context.step(),
            context.UNCHECKED() != null,
            reading.span(context));
  }

  private Expr path(
      @Nullable Name first, List<BylawParser.StepContext> written, boolean unchecked, Span span) {
    return first == null
        ? new Expr.Missing(span)
        : new Expr.Path(first, steps(written), unchecked, span);
  }

  private List<Expr.Step> steps(List<BylawParser.StepContext> written) {
    List<Expr.Step> steps = new ArrayList<>();
    for (BylawParser.StepContext step : written) {
      Span at = reading.span(step);
      if (step instanceof BylawParser.IndexContext index) {
        steps.add(index(index, at));
      } else if (step instanceof BylawParser.FieldContext field) {
        Name name = words.name(field.anyWord());
        if (name != null) {
          steps.add(new Expr.Step.Field(name, at));
        }
      }
    }
    return steps;
  }

  /** In a key in quotes a brace opens a placeholder, as in a message. */
  private Expr.Step index(BylawParser.IndexContext context, Span at) {
    BylawParser.ExpressionContext key = context.expression();
    return key != null
            && key.getStart().getTokenIndex() == key.getStop().getTokenIndex()
            && hasBraces(key.getStart())
        ? new Expr.Step.ComputedKey(Templates.template(reading, words, key.getStart()), at)
        : new Expr.Step.Index(expressions.expression(key, at), at);
  }

  private static boolean hasBraces(Token token) {
    boolean text = token.getType() == BylawParser.STRING || token.getType() == BylawParser.BLOCK;
    return text && (token.getText().contains("{") || token.getText().contains("}"));
  }

  private Expr list(BylawParser.ListContext context, Span span) {
    List<Expr> items = new ArrayList<>();
    boolean separated = true;
    for (ParseTree child : context.children) {
      if (child instanceof BylawParser.Item_Context item) {
        items.add(value(item.value(), span));
        item.unseparated().forEach(next -> unseparated(next, items));
        separated = false;
      } else if (child instanceof TerminalNode node
          && node.getSymbol().getType() == BylawParser.COMMA) {
        if (separated) {
          reading.report(
              SyntaxCode.SUPERFLUOUS_COMMA,
              reading.span(node.getSymbol()),
              "a value is missing before `,`",
              "leave the comma out",
              "");
        }
        separated = true;
      }
    }
    return new Expr.ListLiteral(items, span);
  }

  private void unseparated(BylawParser.UnseparatedContext context, List<Expr> items) {
    Span span = reading.span(context);
    Text text = words.text(context.string());
    Expr item =
        context.path() != null
            ? path(context.path(), span)
            : text != null
                ? new Expr.StringLiteral(text)
                : context.NUMBER() != null
                    ? new Expr.NumberLiteral(context.getText(), span)
                    : context.DATE() != null
                        ? new Expr.DateLiteral(context.getText(), span)
                        : context.VERSION() != null
                            ? new Expr.VersionLiteral(context.getText(), span)
                            : new Expr.BooleanLiteral(context.TRUE() != null, span);
    missingComma(items.getLast(), item);
    items.add(item);
  }

  private void missingComma(Expr before, Expr item) {
    Span gap = Reading.after(before.span());
    var edit = new Diagnostic.Edit(gap, ",");
    reading
        .diagnostics()
        .add(
            Diagnostic.of(
                    SyntaxCode.MISSING_COMMA,
                    item.span(),
                    "expected `,` between two values of a list",
                    "write `,` before it")
                .fixes(List.of(new Diagnostic.Fix("insert `,`", List.of(edit)))));
  }

  /** Without the slashes, and with {@code \/} read as a slash. */
  private static String pattern(String text) {
    StringBuilder pattern = new StringBuilder();
    int at = 1;
    while (at < text.length() && text.charAt(at) != '/') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        if (text.charAt(at + 1) != '/') {
          pattern.append('\\');
        }
        at++;
      }
      pattern.append(text.charAt(at));
      at++;
    }
    return pattern.toString();
  }
}
