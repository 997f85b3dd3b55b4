package dev.bylaw.engine.check;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PackName;
import dev.bylaw.grammar.tree.PolicyFile;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Template;
import dev.bylaw.grammar.tree.Waiver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through one file and finds what its names stand for, declaration by declaration. */
final class Mentions {
  private final Inspection inspection;
  private final Pack pack;
  private final Paths paths;
  private final Subjects subjects;
  private final ExprMentions exprs;
  private final List<Mention> found = new ArrayList<>();

  Mentions(Inspection inspection, Schema schema, Pack pack, int cursor) {
    this.inspection = inspection;
    this.pack = pack;
    Steps steps = Steps.unlimited();
    Context context = new Context(schema, new Diagnostics(steps), new AccessTable(), steps);
    this.paths = new Paths(context);
    this.subjects = new Subjects(context);
    Values values = new Values(context, paths, new Words(context, subjects));
    this.exprs = new ExprMentions(schema, paths, values, found, cursor);
  }

  List<Offer> offers() {
    return exprs.offers();
  }

  List<Mention> of(PolicyFile file) {
    if (file.pack() != null) {
      found.add(new Mention(file.pack().name().span(), inspection.pack(pack.name)));
    }
    for (PolicyFile.Use use : file.uses()) {
      found.add(new Mention(use.name().span(), inspection.pack(use.name().text())));
    }
    file.includes().forEach(this::include);
    file.declarations().forEach(this::declaration);
    found.sort(Comparator.comparingInt(mention -> mention.span().start()));
    return found;
  }

  private void include(PolicyFile.Include include) {
    Referent.RuleId rule = inspection.rule(include.name(), pack);
    Referent.PackId whole = inspection.pack(include.name().text());
    boolean one = whole.place() == null && rule.rule() != null;
    found.add(new Mention(include.name().span(), one ? rule : whole));
    for (PackName except : include.except()) {
      Referent.RuleId id = inspection.rule(except, pack);
      Pack.Included included = pack.includes.get(include);
      found.add(
          new Mention(
              except.span(),
              id.rule() != null || included == null
                  ? id
                  : inspection.rule(except, included.pack())));
    }
  }

  private void declaration(Declaration declaration) {
    switch (declaration) {
      case Rule rule -> rule(rule);
      case RuleTest test -> test.expectations().forEach(expectation -> rule(expectation.rule()));
      case Waiver waiver -> {
        rule(waiver.rule());
        kind(waiver.kind());
      }
      case Declaration.Let let -> {
        word(let, let.name());
        exprs.walk(let.value(), Scope.of(pack, null), null);
      }
      case Declaration.Parameter parameter -> {
        word(parameter, parameter.name());
        if (parameter.defaultValue() != null) {
          exprs.walk(parameter.defaultValue(), Scope.of(pack, null), null);
        }
      }
      case Declaration.Definition definition -> {
        word(definition, definition.name());
        subject(definition.subject());
        exprs.walk(definition.value(), Scope.of(pack, subjectOf(definition.subject())), null);
      }
    }
  }

  private void rule(PackName name) {
    found.add(new Mention(name.span(), inspection.rule(name, pack)));
  }

  private void word(Declaration declaration, Name name) {
    found.add(new Mention(name.span(), new Referent.Word(pack.name, declaration)));
  }

  private void subject(Declaration.Subject subject) {
    subject.names().forEach(this::kind);
    subject.in().forEach(this::kind);
  }

  private void kind(Name name) {
    Referent referent =
        switch (name.text()) {
          case "container" -> new Referent.Root(Level.CONTAINER);
          case "pod" -> new Referent.Root(Level.POD);
          default -> new Referent.Kind(name.text());
        };
    found.add(new Mention(name.span(), referent));
  }

  /** The subject as far as it can be understood: a misspelt kind is left out. */
  private Subject subjectOf(Declaration.Subject clause) {
    Subject subject = subjects.subject(clause);
    if (subject != null) {
      return subject;
    }
    Level level = Subjects.levelOf(clause);
    List<Name> names = level == Level.RESOURCE ? clause.names() : clause.in();
    List<String> kinds = names.stream().filter(subjects::known).map(Name::text).toList();
    return new Subject(level, Subjects.every(level).containers(), kinds);
  }

  /** What a rule without {@code for} is for. */
  @Nullable Level inferred(Rule rule) {
    List<Expr> uses =
        rule.when() == null ? List.of(rule.condition()) : List.of(rule.when(), rule.condition());
    return SubjectInference.infer(paths, pack, uses);
  }

  private void rule(Rule rule) {
    if (rule.name() != null) {
      String id = Resolver.idOf(rule, pack);
      found.add(new Mention(rule.name().span(), new Referent.RuleId(id, rule)));
    }
    Subject subject;
    if (rule.subject() != null) {
      subject(rule.subject());
      subject = subjectOf(rule.subject());
    } else {
      Level level = inferred(rule);
      subject = Subjects.every(level == null ? Level.CONTAINER : level);
    }
    Scope scope = Scope.of(pack, subject);
    if (rule.when() != null) {
      exprs.walk(rule.when(), scope, null);
    }
    exprs.walk(rule.condition(), scope, null);
    if (rule.message() != null) {
      message(rule.message(), rule.condition(), scope);
    }
    rule.fixes().forEach(fix -> fix(fix, scope));
  }

  /** A message may name the variables of the quantifiers that its rule begins with. */
  private void message(Template message, Expr condition, Scope scope) {
    Scope inner = scope;
    Expr at = condition;
    while (at instanceof Expr.Quantified quantified) {
      inner = exprs.inside(quantified, inner);
      at = quantified.condition();
    }
    for (Template.Part part : message.parts()) {
      if (part instanceof Template.Part.Placeholder(Expr value, Span _)) {
        exprs.walk(value, inner, null);
      }
    }
  }

  private void fix(Rule.FixAction fix, Scope scope) {
    switch (fix) {
      case Rule.FixAction.Remove remove -> {
        if (remove.what() != null) {
          exprs.walk(remove.what(), scope, exprs.elementOf(remove.path(), scope));
        }
        exprs.walk(remove.path(), scope, null);
      }
      case Rule.FixAction.Add add -> {
        exprs.walk(add.value(), scope, exprs.elementOf(add.path(), scope));
        exprs.walk(add.path(), scope, null);
      }
      case Rule.FixAction.Set set -> {
        exprs.walk(set.path(), scope, null);
        Type type = exprs.typeOf(set.path(), scope);
        exprs.walk(set.value(), scope, type);
      }
    }
  }
}
