package dev.bylaw.grammar.format;

import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Says where the lines of an expression break that is too long for one. The outermost part breaks
 * first; each part knows the column of the line that it starts on.
 */
final class ExprLayout {
  /** Lists of short words are filled, others have a line for each element. */
  private static final int SHORT = 24;

  private final Layout layout;

  ExprLayout(Layout layout) {
    this.layout = layout;
  }

  /** {@code let x = …}: a list opens on the line, all else goes below. */
  void assigned(Span declaration, Expr value) {
    int first = layout.first(value.span());
    layout.indent(layout.first(declaration) + 1, layout.after(value.span()), Layout.STEP);
    if (value instanceof Expr.ListLiteral) {
      layOut(value, 0);
    } else {
      Group group = layout.group(layout.first(declaration), layout.after(value.span()), false);
      layout.mayBreak(group, first, Layout.STEP);
      layOut(value, Layout.STEP);
    }
  }

  /** Breaks after commas, and before the words that narrow a subject, where a line is full. */
  void fill(int from, int to, int indent) {
    Group group = layout.group(from, to, true);
    layout.indent(from + 1, to, indent + Layout.STEP);
    for (int i = from + 2; i < to; i++) {
      if (isNarrowing(i) || layout.word(i - 1).text().equals(",")) {
        layout.mayBreak(group, i, indent + Layout.STEP);
      }
    }
  }

  private boolean isNarrowing(int index) {
    Lexeme word = layout.word(index);
    return word.kind() == Lexeme.Kind.KEYWORD
        && (word.text().equals("except") || word.text().equals("in"));
  }

  void layOut(Expr expr, int indent) {
    switch (expr) {
      case Expr.And and -> chain(and.operands(), and.span(), indent);
      case Expr.Or or -> chain(or.operands(), or.span(), indent);
      case Expr.Not not -> layOut(not.operand(), indent);
      case Expr.Quantified quantified -> quantified(quantified, indent);
      case Expr.Exists exists -> {
        if (exists.where() != null) {
          Group group = group(exists.span());
          int where = layout.first(exists.where().span()) - 1;
          layout.mayBreak(group, where, indent + Layout.STEP);
          layOut(exists.where(), indent + Layout.STEP);
        }
      }
      case Expr.Binary binary -> binary(binary, indent);
      case Expr.Presence presence -> layOut(presence.operand(), indent);
      case Expr.Known known -> layOut(known.operand(), indent);
      case Expr.Default fallback -> defaults(fallback, group(fallback.span()), indent);
      case Expr.Count count -> {
        layout.join(layout.first(count.span()) + 1);
        layOut(count.list(), indent);
      }
      case Expr.Exactly exactly -> layOut(exactly.operand(), indent);
      case Expr.Path path -> steps(path.steps());
      case Expr.Part part -> {
        layOut(part.of(), indent);
        steps(part.steps());
      }
      case Expr.Parenthesized parenthesized -> layOut(parenthesized.inner(), indent);
      case Expr.ListLiteral list -> list(list, indent);
      case Expr.StringLiteral _,
          Expr.BooleanLiteral _,
          Expr.NumberLiteral _,
          Expr.DateLiteral _,
          Expr.VersionLiteral _,
          Expr.RegexLiteral _,
          Expr.Missing _ -> {}
    }
  }

  private Group group(Span span) {
    return layout.group(layout.first(span), layout.after(span), false);
  }

  /** Each operator starts a line. */
  private void chain(List<Expr> operands, Span span, int indent) {
    Group group = group(span);
    for (Expr operand : operands.subList(1, operands.size())) {
      layout.mayBreak(group, layout.first(operand.span()) - 1, indent + Layout.STEP);
    }
    operands.forEach(operand -> layOut(operand, indent + Layout.STEP));
  }

  /** {@code a default b default c}: each {@code default} starts a line. */
  private void defaults(Expr.Default fallback, Group group, int indent) {
    if (fallback.operand() instanceof Expr.Default inner) {
      defaults(inner, group, indent);
    } else {
      layOut(fallback.operand(), indent + Layout.STEP);
    }
    int keyword = layout.first(fallback.fallback().span()) - 1;
    layout.mayBreak(group, keyword, indent + Layout.STEP);
    layOut(fallback.fallback(), indent + Layout.STEP);
  }

  /** Heads stay together, what is to hold goes below; too long a head breaks as well. */
  private void quantified(Expr.Quantified outermost, int indent) {
    List<Expr.Quantified> chain = new ArrayList<>();
    Expr body = outermost;
    while (body instanceof Expr.Quantified quantified) {
      chain.add(quantified);
      body = quantified.condition();
    }
    int bodyStart = layout.first(body.span());
    layout.mayBreak(group(outermost.span()), bodyStart, indent + Layout.STEP);
    Group heads = layout.group(layout.first(outermost.span()), bodyStart, false);
    for (Expr.Quantified inner : chain.subList(1, chain.size())) {
      layout.mayBreak(heads, layout.first(inner.span()), indent + Layout.STEP);
    }
    chain.forEach(quantified -> head(quantified, heads, indent));
    layOut(body, indent + Layout.STEP);
  }

  private void head(Expr.Quantified quantified, Group heads, int indent) {
    layOut(quantified.list(), indent + Layout.STEP);
    if (quantified.where() != null) {
      Span where = quantified.where().span();
      Group group = layout.group(heads.from, layout.after(where), false);
      layout.mayBreak(group, layout.first(where) - 1, indent + 2 * Layout.STEP);
      layOut(quantified.where(), indent + 2 * Layout.STEP);
    }
  }

  private void binary(Expr.Binary binary, int indent) {
    layOut(binary.left(), indent + Layout.STEP);
    if (binary.right() instanceof Expr.ListLiteral) {
      layOut(binary.right(), indent);
    } else {
      Group group = group(binary.span());
      layout.mayBreak(group, layout.first(binary.operatorSpan()), indent + Layout.STEP);
      layOut(binary.right(), indent + Layout.STEP);
    }
  }

  private void list(Expr.ListLiteral list, int indent) {
    if (list.items().isEmpty()) {
      return;
    }
    int open = layout.first(list.span());
    int close = layout.after(list.span()) - 1;
    Group group = layout.group(open, close + 1, false);
    layout.mayBreak(group, layout.first(list.items().getFirst().span()), indent + Layout.STEP);
    Group items = fills(list, open, close) ? layout.group(open + 1, close, true) : group;
    for (Expr item : list.items()) {
      layout.mayBreak(items, layout.first(item.span()), indent + Layout.STEP);
      layOut(item, indent + Layout.STEP);
    }
    layout.mayBreak(group, close, indent);
    layout.gap(close).closes = true;
  }

  private boolean fills(Expr.ListLiteral list, int open, int close) {
    for (int i = open + 1; i <= close; i++) {
      if (!layout.gap(i).remarks.isEmpty()) {
        return false;
      }
    }
    return list.items().stream().allMatch(item -> item.span().end() - item.span().start() <= SHORT);
  }

  private void steps(List<Expr.Step> steps) {
    for (Expr.Step step : steps) {
      layout.join(layout.first(step.span()));
    }
  }
}
