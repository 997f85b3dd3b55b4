package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The words that packs define. A word stands for its definition, which is checked anew wherever it
 * is used, because a literal in it takes the type that is expected there.
 */
final class Words {
  private final Context context;
  private final Subjects subjects;
  private final Parameters parameters;
  private final List<Declaration> open = new ArrayList<>();
  private final Map<Span, CheckedRule.Word> used = new LinkedHashMap<>();
  private final List<String> read = new ArrayList<>();

  Words(Context context, Subjects subjects) {
    this.context = context;
    this.subjects = subjects;
    this.parameters = new Parameters(context);
  }

  /** The value that a word stands for, or null after saying why it stands for none. */
  @Nullable Value value(
      Values values, Pack.Word word, Expr.Path use, Scope scope, @Nullable Type expected) {
    Value value =
        inside(
            word,
            use.span(),
            () ->
                switch (word.declaration()) {
                  case Declaration.Let let ->
                      values.value(let.value(), Scope.of(word.home(), null), expected);
                  case Declaration.Parameter parameter ->
                      parameter(values, parameter, word, use.span());
                  case Declaration.Definition definition -> {
                    Scope inner = scopeOf(definition, word, use.span(), scope);
                    yield inner == null ? null : values.value(definition.value(), inner, expected);
                  }
                  case Rule _, RuleTest _, Waiver _ -> null;
                });
    if (value != null) {
      remember(word, use, value.span());
    }
    return value;
  }

  /** Keeps what a word stood for where it was used, so that a verdict can be explained by it. */
  void remember(Pack.Word word, Expr.Path use, Span meaning) {
    CheckedRule.Word.Kind kind =
        switch (word.declaration()) {
          case Declaration.Let _ -> CheckedRule.Word.Kind.LET;
          case Declaration.Parameter _ -> CheckedRule.Word.Kind.PARAMETER;
          case Declaration.Definition _ -> CheckedRule.Word.Kind.DEFINITION;
          case Rule _, RuleTest _, Waiver _ ->
              throw new IllegalStateException("no word: " + use.span().text());
        };
    used.put(use.span(), new CheckedRule.Word(kind, use.first().text(), use.span(), meaning));
  }

  /** Every use of a word since the last time that this was asked, inner ones first. */
  List<CheckedRule.Word> takeUsed() {
    List<CheckedRule.Word> taken = List.copyOf(used.values());
    used.clear();
    return taken;
  }

  /** Runs a check of a word's definition, unless it is a part of itself. */
  <T> @Nullable T inside(Pack.Word word, Span use, Supplier<@Nullable T> check) {
    if (open.contains(word.declaration())) {
      context
          .diagnostics()
          .error(
              CheckCode.CYCLE,
              use,
              "`" + use.text() + "` is defined by itself",
              "break the circle: one of the definitions has to do without the other");
      return null;
    }
    open.add(word.declaration());
    try {
      return check.get();
    } finally {
      open.removeLast();
    }
  }

  private @Nullable Value parameter(
      Values values, Declaration.Parameter parameter, Pack.Word word, Span use) {
    read.add(word.home().name + "." + parameter.name().text());
    return parameters.value(parameter, word.home(), use, values);
  }

  /** What is made there, marked with the parameters whose values went into it. */
  Condition marked(Supplier<Condition> made) {
    List<String> outside = List.copyOf(read);
    read.clear();
    Condition condition = made.get();
    Condition marked =
        read.isEmpty()
            ? condition
            : new Condition.Parametric(read.stream().distinct().toList(), condition);
    read.addAll(0, outside);
    return marked;
  }

  /**
   * The scope in which a definition is read where it is used, or null after saying that it is not
   * for this subject.
   */
  @Nullable Scope scopeOf(
      Declaration.Definition definition, Pack.Word word, Span use, Scope scope) {
    Subject subject = subjects.subject(definition.subject());
    if (subject == null) {
      return null;
    }
    boolean fits =
        scope.has(subject.level())
            && scope.subject() != null
            && coversKinds(subject, scope.subject())
            && coversLists(subject, scope.subject());
    if (!fits) {
      context
          .diagnostics()
          .add(
              dev.bylaw.grammar.Diagnostic.of(
                      CheckCode.NO_SUCH_SUBJECT,
                      use,
                      "`"
                          + definition.name().text()
                          + "` is defined for "
                          + definition.subject().span().text()
                          + ", which this rule is not for",
                      "narrow this rule, or widen the definition")
                  .related(definition.subject().span(), "defined for this"));
      return null;
    }
    return Scope.of(word.home(), subject);
  }

  private static boolean coversKinds(Subject defined, Subject used) {
    return defined.kinds().isEmpty()
        || (!used.kinds().isEmpty() && defined.kinds().containsAll(used.kinds()));
  }

  private static boolean coversLists(Subject defined, Subject used) {
    return defined.level() != Subject.Level.CONTAINER
        || defined.containers().containsAll(used.containers());
  }
}
