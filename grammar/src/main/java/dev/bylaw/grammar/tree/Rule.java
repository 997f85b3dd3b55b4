package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule, named and in braces or, where {@code name} is null, a bare clause at the top level of a
 * file.
 *
 * @param keyword the span of {@code deny} or {@code require}
 * @param span all of it, without its doc comment
 */
public record Rule(
    @Nullable Doc doc,
    @Nullable Name name,
    @Nullable Text title,
    @Nullable Name severity,
    Declaration.@Nullable Subject subject,
    @Nullable Expr when,
    Verdict verdict,
    Span keyword,
    Expr condition,
    @Nullable Template message,
    List<FixAction> fixes,
    List<Text> references,
    List<Example> examples,
    Span span)
    implements Declaration {
  public Rule {
    fixes = List.copyOf(fixes);
    references = List.copyOf(references);
    examples = List.copyOf(examples);
  }

  public enum Verdict {
    /** A violation where the condition holds. */
    DENY,
    /** A violation where the condition does not hold. */
    REQUIRE
  }

  /**
   * {@code fails """…"""} or {@code passes """…"""}: a manifest shown in the rule's page and run as
   * a test.
   */
  public record Example(boolean passes, Text manifest, Span span) {}

  /** How a violation can be mended in the manifest. */
  public sealed interface FixAction {
    Span span();

    /** {@code remove matched from add}, or {@code remove hostNetwork} with no {@code what}. */
    record Remove(@Nullable Expr what, Expr path, Span span) implements FixAction {}

    /** {@code add ALL to drop}. */
    record Add(Expr value, Expr path, Span span) implements FixAction {}

    /** {@code set securityContext.privileged to false}. */
    record Set(Expr path, Expr value, Span span) implements FixAction {}
  }
}
