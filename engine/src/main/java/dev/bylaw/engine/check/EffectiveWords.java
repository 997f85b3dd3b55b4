package dev.bylaw.engine.check;

import dev.bylaw.engine.Suggestion;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Access.Step;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words after {@code effective}: what holds once the defaults have been applied. */
final class EffectiveWords {
  /** The name that these words stand behind. A field, variable or word of this name comes first. */
  static final String HEAD = "effective";

  private static final String CAPABILITIES = "capabilities";

  private final Context context;

  EffectiveWords(Context context) {
    this.context = context;
  }

  /** The level that has the word a path names, or null if it names none. */
  static @Nullable Level levelOf(Expr.Path path) {
    Name word = wordOf(path);
    return word != null && word.text().equals(CAPABILITIES) ? Level.CONTAINER : null;
  }

  private static @Nullable Name wordOf(Expr.Path path) {
    return path.first().text().equals(HEAD)
            && !path.steps().isEmpty()
            && path.steps().getFirst() instanceof Expr.Step.Field(Name name, Span _)
        ? name
        : null;
  }

  /** The value of a path that begins with {@link #HEAD}, or null after saying why it has none. */
  @Nullable Value value(Expr.Path path, Scope scope) {
    Name word = wordOf(path);
    if (word == null) {
      error(
          CheckCode.UNKNOWN_NAME,
          path.span(),
          "`" + HEAD + "` alone is no value",
          "name what is asked for after a dot: " + known());
      return null;
    }
    if (!word.text().equals(CAPABILITIES)) {
      unknown(word);
      return null;
    }
    if (!scope.has(Level.CONTAINER)) {
      error(
          CheckCode.NO_SUCH_SUBJECT,
          path.span(),
          "only a container has `" + HEAD + "." + CAPABILITIES + "`",
          "write `for container`");
      return null;
    }
    if (path.steps().size() > 1) {
      error(
          CheckCode.NO_PARTS,
          path.steps().get(1).span(),
          "`" + HEAD + "." + CAPABILITIES + "` is a list of names, which have no parts",
          "ask what it contains: `" + HEAD + "." + CAPABILITIES + " contains …`");
      return null;
    }
    return capabilities(path.span());
  }

  private void unknown(Name word) {
    String near = Suggestion.of(word.text(), List.of(CAPABILITIES));
    String message = "`" + HEAD + "` has no `" + word.text() + "`";
    if (near == null) {
      error(CheckCode.UNKNOWN_FIELD, word.span(), message, "it has " + known());
    } else {
      context
          .diagnostics()
          .add(
              Paths.replace(
                  dev.bylaw.grammar.Diagnostic.of(
                      CheckCode.UNKNOWN_FIELD,
                      word.span(),
                      message,
                      "did you mean `" + near + "`?"),
                  word.span(),
                  near));
    }
  }

  private static String known() {
    return "`" + HEAD + "." + CAPABILITIES + "`";
  }

  private Value capabilities(Span span) {
    ObjectType container = context.schema().container();
    return new Value.EffectiveCapabilities(
        read(new Root.Container(), container, List.of("securityContext", "privileged"), span),
        read(
            new Root.Container(), container, List.of("securityContext", CAPABILITIES, "add"), span),
        read(
            new Root.Container(),
            container,
            List.of("securityContext", CAPABILITIES, "drop"),
            span),
        read(new Root.Pod(), context.schema().podSpec(), List.of("os", "name"), span),
        span);
  }

  private Value.Read read(Root root, ObjectType start, List<String> fields, Span span) {
    List<Step> steps = new ArrayList<>();
    Type type = start;
    boolean required = true;
    for (String name : fields) {
      ObjectType.Field field = type instanceof ObjectType object ? object.field(name) : null;
      if (field == null) {
        throw new IllegalStateException("a schema without " + String.join(".", fields));
      }
      type = field.type();
      required &= field.required();
      steps.add(new Step.Field(name, type, field.required()));
    }
    Access access = context.accesses().access(root, steps, type, required);
    return new Value.Read(access, span);
  }

  private void error(CheckCode code, Span span, String message, String help) {
    context.diagnostics().error(code, span, message, help);
  }
}
