package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.SyntaxCode;
import dev.bylaw.grammar.tree.Declaration.Subject;
import dev.bylaw.grammar.tree.Doc;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.Template;
import dev.bylaw.grammar.tree.Text;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Builds rules from their clauses, which may stand in any order. */
@NullMarked
final class Rules {
  private final Reading reading;
  private final Words words;
  private final Expressions expressions;

  Rules(Reading reading, Words words, Expressions expressions) {
    this.reading = reading;
    this.words = words;
    this.expressions = expressions;
  }

  Rule rule(@Nullable Doc doc, BylawParser.Rule_Context context) {
    Name name = words.name(context.anyWord());
    Span span = reading.span(context);
    Span place = name == null ? reading.span(context.getStart()) : name.span();
    BylawParser.RuleBodyContext body = context.ruleBody();
    if (name == null) {
      name = new Name("", Reading.after(place));
      if (!reading.isReported(place)) {
        reading.report(
            SyntaxCode.EXPECTED,
            name.span(),
            "expected a name after `rule`",
            "name the rule: `rule no-host-network { … }`");
      }
    }
    List<BylawParser.ClauseContext> clauses = body == null ? List.of() : body.clause();
    var clauseReader = new Clauses(clauses);
    if (clauseReader.verdict == null && !Words.isEmpty(body) && !reading.isReported(span)) {
      reading.report(
          SyntaxCode.MISSING_VERDICT,
          place,
          "rule `" + name.text() + "` neither denies nor requires anything",
          "write `deny CONDITION` or `require CONDITION` in it");
    }
    return clauseReader.rule(doc, name, words.text(context.string()), span);
  }

  /** A rule of the top level: clauses without a name around them. */
  Rule bare(@Nullable Doc doc, List<BylawParser.ClauseContext> clauses) {
    Span first = reading.span(clauses.getFirst());
    Span span = first.to(reading.span(clauses.getLast()));
    return new Clauses(clauses).rule(doc, null, null, span);
  }

  @Nullable Subject subject(BylawParser.@Nullable SubjectContext context) {
    if (context == null || Words.isEmpty(context)) {
      return null;
    }
    var once = new Once(reading);
    List<Name> except = List.of();
    List<Name> in = List.of();
    for (BylawParser.NarrowingContext narrowing : context.narrowing()) {
      Token keyword = narrowing.getStart();
      List<Name> names =
          narrowing.words() == null ? List.of() : words.names(narrowing.words().word());
      if (narrowing.EXCEPT() != null && once.isFirst(keyword)) {
        except = names;
      } else if (narrowing.IN() != null && once.isFirst(keyword)) {
        in = names;
      }
    }
    List<Name> names = context.words() == null ? List.of() : words.names(context.words().word());
    boolean nothing = names.isEmpty() && context.RESOURCE() == null;
    return nothing ? null : new Subject(names, except, in, reading.span(context));
  }

  /** What the clauses of one rule say. */
  private final class Clauses {
    private final Once once = new Once(reading);
    private @Nullable Name severity;
    private @Nullable Subject subject;
    private @Nullable Expr when;
    private @Nullable Template message;
    private BylawParser.@Nullable VerdictContext verdict;
    private final List<Rule.FixAction> fixes = new ArrayList<>();
    private final List<Text> references = new ArrayList<>();
    private final List<Rule.Example> examples = new ArrayList<>();

    Clauses(List<BylawParser.ClauseContext> clauses) {
      for (BylawParser.ClauseContext clause : clauses) {
        if (!Words.isEmpty(clause)) {
          add(clause);
        }
      }
    }

    private void add(BylawParser.ClauseContext clause) {
      Token keyword = clause.getStart();
      switch (clause) {
        case BylawParser.SeverityContext c when once.isFirst(keyword) -> {
          severity = words.name(c.anyWord());
        }
        case BylawParser.ForContext c when once.isFirst(keyword) -> {
          subject = subject(c.subject());
        }
        case BylawParser.WhenContext c when once.isFirst(keyword) -> {
          when = expressions.expression(c.expression(), reading.span(keyword));
        }
        case BylawParser.VerdictContext c -> {
          if (verdict == null) {
            verdict = c;
          } else {
            once.secondVerdict(verdict.getStart(), keyword);
          }
        }
        case BylawParser.MessageContext c when once.isFirst(keyword) -> {
          message = Templates.template(reading, words, c.string());
        }
        case BylawParser.FixContext c -> {
          Rule.FixAction fix = Fixes.fix(reading, expressions, c);
          if (fix != null) {
            fixes.add(fix);
          }
        }
        case BylawParser.SeeContext c -> {
          Text reference = words.text(c.string());
          if (reference != null) {
            references.add(reference);
          }
        }
        case BylawParser.ExampleContext c -> {
          Text manifest = words.text(c.string());
          if (manifest != null) {
            examples.add(new Rule.Example(c.PASSES() != null, manifest, reading.span(c)));
          }
        }
        default -> {}
      }
    }

    Rule rule(@Nullable Doc doc, @Nullable Name name, @Nullable Text title, Span span) {
      Span keyword = verdict == null ? Reading.after(span) : reading.span(verdict.getStart());
      boolean denies = verdict == null || verdict.DENY() != null;
      ParserRuleContext condition = verdict == null ? null : verdict.expression();
      return new Rule(
          doc,
          name,
          title,
          severity,
          subject,
          when,
          denies ? Rule.Verdict.DENY : Rule.Verdict.REQUIRE,
          keyword,
          expressions.expression((BylawParser.ExpressionContext) condition, keyword),
          message,
          fixes,
          references,
          examples,
          span);
    }
  }
}
