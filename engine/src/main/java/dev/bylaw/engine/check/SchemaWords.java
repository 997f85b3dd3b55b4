package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import org.jspecify.annotations.Nullable;

/** {@code schema.problems}: what is wrong with an object by the schema of its kind. */
final class SchemaWords {
  /** The name that the word stands behind. A field, variable or word of this name comes first. */
  static final String HEAD = "schema";

  private static final String PROBLEMS = "problems";
  private static final String WORD = "`" + HEAD + "." + PROBLEMS + "`";

  private final Context context;

  SchemaWords(Context context) {
    this.context = context;
  }

  /** The level that has the word a path names, or null if it names none. */
  static @Nullable Level levelOf(Expr.Path path) {
    return isProblems(path) ? Level.RESOURCE : null;
  }

  private static boolean isProblems(Expr.Path path) {
    return path.first().text().equals(HEAD)
        && !path.steps().isEmpty()
        && path.steps().getFirst() instanceof Expr.Step.Field(Name name, Span _)
        && name.text().equals(PROBLEMS);
  }

  /** The value of a path that begins with {@link #HEAD}, or null after saying why it has none. */
  @Nullable Value value(Expr.Path path, Scope scope) {
    if (!isProblems(path)) {
      error(
          CheckCode.UNKNOWN_FIELD,
          path.span(),
          "of the schema a rule can ask one thing",
          "write " + WORD + ": what is wrong with the object");
      return null;
    }
    if (scope.subject() == null || scope.subject().level() != Level.RESOURCE) {
      error(
          CheckCode.NO_SUCH_SUBJECT,
          path.span(),
          WORD + " are those of a whole object",
          "write `for any resource`");
      return null;
    }
    if (path.steps().size() > 1) {
      error(
          CheckCode.NO_PARTS,
          path.steps().get(1).span(),
          WORD + " is a list of sentences, which have no parts",
          "end the path after the word");
      return null;
    }
    return new Value.SchemaProblems(path.span());
  }

  private void error(CheckCode code, Span span, String message, String help) {
    context.diagnostics().error(code, span, message, help);
  }
}
