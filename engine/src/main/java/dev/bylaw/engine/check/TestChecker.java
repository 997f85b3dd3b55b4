package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.CheckedTest;
import dev.bylaw.engine.value.PathText;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.RuleTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a test names rules that exist, and paths that can be compared. */
final class TestChecker {
  private final Context context;
  private final RuleNames rules;

  TestChecker(Context context, RuleNames rules) {
    this.context = context;
    this.rules = rules;
  }

  /** The checked test, or null after saying what is wrong with it. */
  @Nullable CheckedTest check(RuleTest test, Pack pack) {
    int before = context.diagnostics().count();
    if (test.given().isEmpty()) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPLETE_TEST,
              test.title().span(),
              "this test gives no manifest",
              "add `given \"\"\" … \"\"\"` or `given file \"…\"`");
    }
    if (test.expectations().isEmpty()) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPLETE_TEST,
              test.title().span(),
              "this test expects nothing",
              "add `expect RULE passed`, or another outcome");
    }
    List<CheckedTest.Expectation> expectations = new ArrayList<>();
    for (RuleTest.Expectation expectation : test.expectations()) {
      String rule = rules.resolve(expectation.rule(), pack);
      if (rule != null) {
        expectations.add(
            new CheckedTest.Expectation(
                rule,
                expectation.outcome(),
                expectation.at() == null ? null : path(expectation.at()),
                expectation.span()));
      }
    }
    List<CheckedTest.Given> given =
        test.given().stream()
            .map(g -> new CheckedTest.Given(g.file(), g.content().value(), g.span()))
            .toList();
    return context.diagnostics().count() > before
        ? null
        : new CheckedTest(
            pack.name, test.title().value(), given, expectations, test.title().span());
  }

  /** A path of a manifest as findings write it. */
  private String path(Expr at) {
    StringBuilder text = new StringBuilder();
    if (!(at instanceof Expr.Path path)) {
      return at.span().text();
    }
    PathText.appendField(text, path.first().text());
    for (Expr.Step step : path.steps()) {
      switch (step) {
        case Expr.Step.Field field -> PathText.appendField(text, field.name().text());
        case Expr.Step.Index(Expr.StringLiteral key, Span _) ->
            PathText.appendField(text, key.text().value());
        case Expr.Step.Index(Expr.NumberLiteral index, Span _) ->
            text.append('[').append(index.text()).append(']');
        case Expr.Step.Index index -> notWrittenOut(index.key().span());
        case Expr.Step.ComputedKey computed -> notWrittenOut(computed.key().span());
      }
    }
    return text.toString();
  }

  private void notWrittenOut(Span span) {
    context
        .diagnostics()
        .error(
            CheckCode.NO_PARTS,
            span,
            "expected a key in quotes or the index of an item",
            "write the path as findings print it");
  }
}
