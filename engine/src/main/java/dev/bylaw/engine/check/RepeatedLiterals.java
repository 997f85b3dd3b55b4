package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a literal that its list has already, be it in other words: one of the two was meant to be
 * something else, or is too many.
 */
final class RepeatedLiterals {
  private RepeatedLiterals() {}

  /**
   * Refuses them in one list.
   *
   * @param items what the elements of the list mean, in their order
   */
  static void refuse(Expr.ListLiteral list, List<Value> items, Diagnostics diagnostics) {
    Map<Object, Span> known = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Span span = list.items().get(i).span();
      Object literal = literal(items.get(i), span);
      Span first = literal == null ? null : known.putIfAbsent(literal, span);
      if (first != null) {
        diagnostics.add(
            Diagnostic.of(
                    CheckCode.REPEATED_LITERAL,
                    span,
                    "the list has `" + span.text() + "` already",
                    "leave one of the two out, or write what was meant")
                .related(first, "the same value"));
      }
    }
  }

  /**
   * What makes two literals of one list the same; null for what is no literal. A word stands for a
   * value that is written elsewhere, and a parameter may well be set to what the list has.
   */
  private static @Nullable Object literal(Value item, Span span) {
    return item instanceof Value.Constant constant && constant.span().equals(span)
        ? literal(constant.node())
        : null;
  }

  private static @Nullable Object literal(Node node) {
    return switch (node) {
      case Node.Text text -> text.value();
      case Node.Numeral number -> number.value();
      case Node.Bool bool -> bool.value();
      case Node.Null _, Node.Sequence _, Node.Mapping _ -> null;
    };
  }
}
