package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.SyntaxCode;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Doc;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PackName;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Builds a file from its declarations, in order. */
@NullMarked
final class Declarations {
  private final Reading reading;
  private final DocComments docs;
  private final Words words;
  private final Expressions expressions;
  private final Rules rules;
  private final Proceedings proceedings;
  private final List<PolicyFile.Use> uses = new ArrayList<>();
  private final List<PolicyFile.Include> includes = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();
  private final List<BylawParser.ClauseContext> bare = new ArrayList<>();
  private PolicyFile.@Nullable Pack pack;

  Declarations(Reading reading, List<CommonToken> tokens) {
    this.reading = reading;
    this.docs = new DocComments(reading, tokens);
    this.words = new Words(reading);
    this.expressions = new Expressions(reading);
    this.rules = new Rules(reading, words, expressions);
    this.proceedings = new Proceedings(reading, words, expressions);
  }

  PolicyFile file(BylawParser.FileContext file) {
    for (BylawParser.ItemContext item : file.item()) {
      item(item);
    }
    endBare();
    return new PolicyFile(reading.source(), pack, uses, includes, declarations);
  }

  private void item(BylawParser.ItemContext item) {
    if (item.clause() != null) {
      bare(item.clause());
      return;
    }
    endBare();
    if (Words.isEmpty(item)) {
      return;
    }
    Doc doc = docs.before(item.getStart());
    if (item.pack() != null) {
      pack(doc, item.pack());
    } else if (item.use() != null) {
      use(item.use());
    } else if (item.include() != null) {
      include(doc, item.include());
    } else {
      Declaration declaration = declaration(doc, item);
      if (declaration != null) {
        declarations.add(declaration);
      }
    }
  }

  private @Nullable Declaration declaration(@Nullable Doc doc, BylawParser.ItemContext item) {
    if (item.rule_() != null) {
      return rules.rule(doc, item.rule_());
    }
    if (item.let() != null) {
      return let(doc, item.let());
    }
    if (item.definition() != null) {
      return definition(doc, item.definition());
    }
    if (item.parameter() != null) {
      return parameter(doc, item.parameter());
    }
    if (item.test() != null) {
      return proceedings.test(doc, item.test());
    }
    return item.waiver() == null ? null : proceedings.waiver(doc, item.waiver());
  }

  private void pack(@Nullable Doc doc, BylawParser.PackContext context) {
    Span span = reading.span(context);
    PackName name = words.packName(context.packName());
    if (pack != null) {
      reading.report(
          Diagnostic.of(
                  SyntaxCode.REPEATED_CLAUSE,
                  span,
                  "a file is of one pack",
                  "keep one `pack`; other packs are brought in with `use`")
              .related(pack.span(), "the first is here"));
      return;
    }
    if (!uses.isEmpty() || !includes.isEmpty() || !declarations.isEmpty()) {
      reading.report(
          SyntaxCode.MISPLACED,
          reading.span(context.getStart()),
          "`pack` comes first in a file",
          "move it to the top");
    }
    if (name != null) {
      pack = new PolicyFile.Pack(doc, name, span);
    }
  }

  private void use(BylawParser.UseContext context) {
    beforeDeclarations(context);
    PackName name = words.packName(context.packName());
    if (name != null) {
      uses.add(new PolicyFile.Use(name, version(context.packVersion()), reading.span(context)));
    }
  }

  private void include(@Nullable Doc doc, BylawParser.IncludeContext context) {
    beforeDeclarations(context);
    List<PackName> names = new ArrayList<>();
    for (BylawParser.PackNameContext written : context.packName()) {
      PackName name = words.packName(written);
      if (name != null) {
        names.add(name);
      }
    }
    if (!names.isEmpty()) {
      includes.add(
          new PolicyFile.Include(
              doc == null ? docOfGroup(context) : doc,
              names.getFirst(),
              version(context.packVersion()),
              names.subList(1, names.size()),
              reading.span(context)));
    }
  }

  /** One reason stands above several lines; a blank line ends what it is the reason for. */
  private @Nullable Doc docOfGroup(BylawParser.IncludeContext context) {
    if (includes.isEmpty()) {
      return null;
    }
    PolicyFile.Include before = includes.getLast();
    int line = reading.span(context).from().line();
    return line <= before.span().until().line() + 1 ? before.doc() : null;
  }

  private void beforeDeclarations(ParserRuleContext context) {
    if (!declarations.isEmpty()) {
      reading.report(
          SyntaxCode.MISPLACED,
          reading.span(context.getStart()),
          "`" + context.getStart().getText() + "` comes before the declarations",
          "move it up, after `pack`");
    }
  }

  private PolicyFile.@Nullable PackVersion version(
      BylawParser.@Nullable PackVersionContext context) {
    if (context == null || context.getChildCount() < 2) {
      return null;
    }
    Token word = context.getStop();
    return new PolicyFile.PackVersion(word.getText(), reading.span(word));
  }

  private @Nullable Declaration let(@Nullable Doc doc, BylawParser.LetContext context) {
    Name name = words.name(context.word());
    Span span = reading.span(context);
    return name == null
        ? null
        : new Declaration.Let(doc, name, expressions.expression(context.expression(), span), span);
  }

  private @Nullable Declaration definition(
      @Nullable Doc doc, BylawParser.DefinitionContext context) {
    Name name = words.name(context.word());
    Declaration.Subject subject = rules.subject(context.subject());
    Span span = reading.span(context);
    return name == null || subject == null
        ? null
        : new Declaration.Definition(
            doc, name, subject, expressions.expression(context.expression(), span), span);
  }

  private @Nullable Declaration parameter(@Nullable Doc doc, BylawParser.ParameterContext context) {
    Name name = words.name(context.word());
    BylawParser.TypeNameContext type = context.typeName();
    if (name == null || Words.isEmpty(type) || type.IDENT() == null) {
      return null;
    }
    Span span = reading.span(context);
    Name typeName = new Name(type.IDENT().getText(), reading.span(type.IDENT().getSymbol()));
    Expr defaultValue =
        context.ASSIGN() == null ? null : expressions.expression(context.expression(), span);
    return new Declaration.Parameter(
        doc,
        name,
        new Declaration.TypeName(type.LIST() != null, typeName, reading.span(type)),
        defaultValue,
        span);
  }

  /** At the top level, {@code for} and {@code when} belong to the verdict that follows them. */
  private void bare(BylawParser.ClauseContext clause) {
    switch (clause) {
      case BylawParser.ForContext _, BylawParser.WhenContext _ -> bare.add(clause);
      case BylawParser.VerdictContext _ -> {
        bare.add(clause);
        Doc doc = docs.before(bare.getFirst().getStart());
        declarations.add(rules.bare(doc, bare));
        bare.clear();
      }
      default -> {
        endBare();
        if (!Words.isEmpty(clause)) {
          String keyword = clause.getStart().getText();
          reading.report(
              SyntaxCode.MISPLACED,
              reading.span(clause.getStart()),
              "`" + keyword + "` stands outside a rule",
              "put it into a rule with its `deny` or `require`: `rule NAME { … }`");
        }
      }
    }
  }

  private void endBare() {
    if (!bare.isEmpty()) {
      String keyword = bare.getLast().getStart().getText();
      reading.report(
          SyntaxCode.MISSING_VERDICT,
          reading.span(bare.getLast().getStart()),
          "no `deny` or `require` follows this `" + keyword + "`",
          "write what it is for: `deny CONDITION` or `require CONDITION`");
      bare.clear();
    }
  }
}
