package dev.bylaw.engine.policy;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.RuleTest.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test of rules: manifests, and what each rule is to make of them.
 *
 * @param pack the pack in which it stands; what the rules of other packs find is not its business
 * @param name as its author wrote it
 * @param span of its name
 */
public record CheckedTest(
    String pack, String name, List<Given> given, List<Expectation> expectations, Span span) {
  public CheckedTest {
    given = List.copyOf(given);
    expectations = List.copyOf(expectations);
  }

  /** A manifest: the path of a file beside the test, or with {@code file} false the text itself. */
  public record Given(boolean file, String content, Span span) {}

  /**
   * What one rule is to make of the manifests.
   *
   * @param rule its id
   * @param path where the violation is to be; null for anywhere
   */
  public record Expectation(String rule, Outcome outcome, @Nullable String path, Span span) {}
}
