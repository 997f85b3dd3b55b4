package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.SyntaxCode;
import dev.bylaw.grammar.tree.Doc;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PackName;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Text;
import dev.bylaw.grammar.tree.Waiver;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Builds what speaks of rules that stand elsewhere: tests and waivers. */
@NullMarked
final class Proceedings {
  private final Reading reading;
  private final Words words;
  private final Expressions expressions;

  Proceedings(Reading reading, Words words, Expressions expressions) {
    this.reading = reading;
    this.words = words;
    this.expressions = expressions;
  }

  @Nullable RuleTest test(@Nullable Doc doc, BylawParser.TestContext context) {
    Text title = words.text(context.string());
    List<RuleTest.Given> given = new ArrayList<>();
    List<RuleTest.Expectation> expectations = new ArrayList<>();
    if (context.testBody() != null) {
      for (BylawParser.TestClauseContext clause : context.testBody().testClause()) {
        switch (clause) {
          case BylawParser.GivenContext c -> {
            Text content = words.text(c.string());
            if (content != null) {
              given.add(new RuleTest.Given(c.FILE() != null, content, reading.span(c)));
            }
          }
          case BylawParser.ExpectContext c -> {
            RuleTest.Expectation expectation = expectation(c);
            if (expectation != null) {
              expectations.add(expectation);
            }
          }
          default -> {}
        }
      }
    }
    return title == null
        ? null
        : new RuleTest(doc, title, given, expectations, reading.span(context));
  }

  private RuleTest.@Nullable Expectation expectation(BylawParser.ExpectContext context) {
    PackName rule = words.packName(context.packName());
    BylawParser.OutcomeContext outcome = context.outcome();
    if (rule == null || Words.isEmpty(outcome)) {
      return null;
    }
    RuleTest.Outcome expected =
        outcome.VIOLATED() != null
            ? RuleTest.Outcome.VIOLATED
            : outcome.PASSED() != null
                ? RuleTest.Outcome.PASSED
                : outcome.WAIVED() != null
                    ? RuleTest.Outcome.WAIVED
                    : RuleTest.Outcome.NOT_APPLICABLE;
    Expr at =
        context.AT() == null
            ? null
            : expressions.values().path(context.path(), reading.span(context));
    return new RuleTest.Expectation(rule, expected, at, reading.span(context));
  }

  @Nullable Waiver waiver(@Nullable Doc doc, BylawParser.WaiverContext context) {
    PackName rule = words.packName(context.packName());
    Name kind = words.name(context.anyWord());
    var once = new Once(reading);
    List<Name> objects = words.names(context.object());
    Text because = null;
    Text approved = null;
    Name until = null;
    for (BylawParser.WaiverClauseContext clause : context.waiverClause()) {
      Token keyword = clause.getStart();
      switch (clause) {
        case BylawParser.BecauseContext c when once.isFirst(keyword) -> {
          because = words.text(c.string());
        }
        case BylawParser.ApprovedContext c when once.isFirst(keyword) -> {
          approved = words.text(c.string());
        }
        case BylawParser.UntilContext c when once.isFirst(keyword) -> {
          until = words.name(c.DATE() == null ? null : c.DATE().getSymbol());
        }
        default -> {}
      }
    }
    boolean contained = context.CONTAINER() != null;
    int named = objects.size() - (contained && !objects.isEmpty() ? 1 : 0);
    if (kind != null && named == 0 && !reading.isReported(kind.span())) {
      reading.report(
          SyntaxCode.EXPECTED,
          Reading.after(kind.span()),
          "expected the name of an object after `" + kind.text() + "`",
          "write `" + kind.text() + " NAMESPACE/NAME`, or `*` for all");
    }
    if (rule == null || kind == null || named == 0) {
      return null;
    }
    return new Waiver(
        doc,
        rule,
        kind,
        named > 1 ? objects.getFirst() : null,
        objects.get(named - 1),
        contained ? objects.getLast() : null,
        because,
        approved,
        until,
        reading.span(context));
  }
}
