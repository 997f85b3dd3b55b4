package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code test "…" { given … expect … }}. */
public record RuleTest(
    @Nullable Doc doc, Text title, List<Given> given, List<Expectation> expectations, Span span)
    implements Declaration {
  public RuleTest {
    given = List.copyOf(given);
    expectations = List.copyOf(expectations);
  }

  /** {@code given file "cronjob.yaml"} or, with {@code file} false, the manifest itself. */
  public record Given(boolean file, Text content, Span span) {}

  /**
   * {@code expect acme/containers/big-four violated at spec.containers[0]}; {@code at} is a path or
   * null.
   */
  public record Expectation(PackName rule, Outcome outcome, @Nullable Expr at, Span span) {}

  public enum Outcome {
    VIOLATED,
    PASSED,
    NOT_APPLICABLE,
    WAIVED
  }
}
