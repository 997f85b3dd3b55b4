package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Span;
import java.util.List;

/**
 * A message with placeholders: {@code "{container.name} adds {matched}"}. A brace itself is
 * doubled.
 */
public record Template(List<Part> parts, Span span) {
  public Template {
    parts = List.copyOf(parts);
  }

  public sealed interface Part {
    Span span();

    record Literal(String text, Span span) implements Part {}

    /** The expression between braces; {@code span} includes the braces. */
    record Placeholder(Expr value, Span span) implements Part {}
  }
}
