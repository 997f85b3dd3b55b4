package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.SyntaxCode;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Rule.FixAction;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Builds {@code fix} clauses. */
@NullMarked
final class Fixes {
  private Fixes() {}

  static @Nullable FixAction fix(
      Reading reading, Expressions expressions, BylawParser.FixContext clause) {
    BylawParser.FixActionContext action = clause.fixAction();
    Span span = reading.span(clause);
    Values values = expressions.values();
    return switch (action) {
      case BylawParser.RemoveContext remove -> {
        Expr value = values.value(remove.value(), span);
        if (remove.FROM() != null) {
          yield new FixAction.Remove(value, values.path(remove.path(), span), span);
        }
        if (!(value instanceof Expr.Path) && !(value instanceof Expr.Missing)) {
          reading.report(
              SyntaxCode.NOT_A_PATH,
              value.span(),
              "only what a path leads to can be removed",
              "write `remove PATH`, or `remove VALUE from PATH`");
        }
        yield new FixAction.Remove(null, value, span);
      }
      case BylawParser.AddContext add ->
          new FixAction.Add(values.value(add.value(), span), values.path(add.path(), span), span);
      case BylawParser.SetContext set ->
          new FixAction.Set(values.path(set.path(), span), values.value(set.value(), span), span);
      case null, default -> null;
    };
  }
}
