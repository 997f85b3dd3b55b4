package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a rule without {@code for} is for: the innermost subject that has one of the names its
 * conditions use.
 */
final class SubjectInference {
  private final Paths paths;
  private final Scope scope;
  private final List<String> variables = new ArrayList<>();
  private @Nullable Level innermost;

  private SubjectInference(Paths paths, Pack pack) {
    this.paths = paths;
    this.scope = Scope.of(pack, Subjects.every(Level.CONTAINER));
  }

  /** The level, or null if no name of the conditions belongs to one. */
  static @Nullable Level infer(Paths paths, Pack pack, List<Expr> conditions) {
    SubjectInference inference = new SubjectInference(paths, pack);
    conditions.forEach(inference::visit);
    return inference.innermost;
  }

  private void visit(Expr expr) {
    switch (expr) {
      case Expr.And and -> and.operands().forEach(this::visit);
      case Expr.Or or -> or.operands().forEach(this::visit);
      case Expr.Not not -> visit(not.operand());
      case Expr.Quantified quantified -> {
        visit(quantified.list());
        if (quantified.key() != null) {
          variables.add(quantified.key().text());
        }
        visitWith(quantified.variable().text(), quantified.where(), quantified.condition());
        if (quantified.key() != null) {
          variables.removeLast();
        }
      }
      case Expr.Exists exists ->
          visitWith(
              exists.variable() == null ? "" : exists.variable().text(), exists.where(), null);
      case Expr.Binary binary -> {
        visit(binary.left());
        visit(binary.right());
      }
      case Expr.Presence presence -> visit(presence.operand());
      case Expr.Known known -> visit(known.operand());
      case Expr.Part part -> visit(part.of());
      case Expr.Default fallback -> {
        visit(fallback.operand());
        visit(fallback.fallback());
      }
      case Expr.Count count -> visit(count.list());
      case Expr.Parenthesized inner -> visit(inner.inner());
      case Expr.ListLiteral list -> list.items().forEach(this::visit);
      case Expr.Path path -> path(path);
      case Expr.Exactly _,
          Expr.StringLiteral _,
          Expr.BooleanLiteral _,
          Expr.NumberLiteral _,
          Expr.DateLiteral _,
          Expr.VersionLiteral _,
          Expr.RegexLiteral _,
          Expr.Missing _ -> {}
    }
  }

  private void path(Expr.Path path) {
    name(path);
    for (Expr.Step step : path.steps()) {
      if (step instanceof Expr.Step.ComputedKey computed) {
        for (Template.Part part : computed.key().parts()) {
          if (part instanceof Template.Part.Placeholder placeholder) {
            visit(placeholder.value());
          }
        }
      }
    }
  }

  private void visitWith(String variable, @Nullable Expr where, @Nullable Expr condition) {
    variables.add(variable);
    if (where != null) {
      visit(where);
    }
    if (condition != null) {
      visit(condition);
    }
    variables.removeLast();
  }

  private void name(Expr.Path path) {
    String name = path.first().text();
    if (variables.contains(name)) {
      return;
    }
    Pack.Word word = scope.pack().word(name);
    Level level =
        word == null
            ? levelOf(path)
            : word.declaration() instanceof Declaration.Definition definition
                ? Subjects.levelOf(definition.subject())
                : null;
    if (level != null && (innermost == null || level.compareTo(innermost) > 0)) {
      innermost = level;
    }
  }

  private @Nullable Level levelOf(Expr.Path path) {
    Level level = paths.levelOf(path.first().text(), scope);
    level = level == null ? EffectiveWords.levelOf(path) : level;
    return level == null ? SchemaWords.levelOf(path) : level;
  }
}
