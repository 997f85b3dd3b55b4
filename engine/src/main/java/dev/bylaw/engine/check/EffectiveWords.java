package dev.bylaw.engine.check;

import dev.bylaw.engine.check.EffectiveWord.Replacement;
import dev.bylaw.engine.check.EffectiveWord.Source;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.value.Decimal;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words after {@code effective}: what holds once the defaults have been applied. All but {@code
 * effective.capabilities} are short for paths and {@code default}, and become just these.
 */
final class EffectiveWords {
  /** The name that these words stand behind. A field, variable or word of this name comes first. */
  static final String HEAD = "effective";

  private final Context context;
  private final Paths paths;

  EffectiveWords(Context context, Paths paths) {
    this.context = context;
    this.paths = paths;
  }

  /** The level that has the word a path names, or null if it names none. */
  static @Nullable Level levelOf(Expr.Path path) {
    EffectiveWord word = path.first().text().equals(HEAD) ? wordOf(path) : null;
    return word == null ? null : word.level();
  }

  private static @Nullable EffectiveWord wordOf(Expr.Path path) {
    List<String> names = names(path.steps()).stream().map(Name::text).toList();
    for (EffectiveWord word : EffectiveWord.ALL) {
      int length = word.names().size();
      if (names.size() >= length && names.subList(0, length).equals(word.names())) {
        return word;
      }
    }
    return null;
  }

  /** The names that the steps begin with. */
  private static List<Name> names(List<Expr.Step> steps) {
    List<Name> names = new ArrayList<>();
    for (Expr.Step step : steps) {
      if (!(step instanceof Expr.Step.Field(Name name, Span _))) {
        break;
      }
      names.add(name);
    }
    return names;
  }

  /**
   * The value of a path that begins with {@link #HEAD}, or null after saying why it has none.
   *
   * @param text the value of what stands between the braces of a key
   */
  @Nullable Value value(Expr.Path path, Scope scope, Function<Expr, @Nullable Value> text) {
    EffectiveWord word = wordOf(path);
    if (word == null) {
      unknown(path);
      return null;
    }
    if (!isFor(word, path, scope)) {
      return null;
    }
    List<Expr.Step> rest = path.steps().subList(word.names().size(), path.steps().size());
    if (word.name().equals(EffectiveWord.CAPABILITIES)) {
      return capabilities(path, rest, scope);
    }
    if (word.whole() == Replacement.BY_PART && rest.isEmpty()) {
      String said = HEAD + "." + word.name();
      error(
          CheckCode.NO_PARTS,
          path.span(),
          "`" + said + "` is put together part by part, and is no value of its own",
          "name a part of it: `" + said + (said.contains("resources") ? ".cpu`" : ".hostProcess`"));
      return null;
    }
    return chosen(word, path, rest, scope, text);
  }

  /** Of the sources the first that is set, and else the default. */
  private @Nullable Value chosen(
      EffectiveWord word,
      Expr.Path path,
      List<Expr.Step> rest,
      Scope scope,
      Function<Expr, @Nullable Value> text) {
    Source source = word.sources().getFirst();
    Value here = read(source, rest, path, scope, text);
    if (here == null) {
      return null;
    }
    if (word.sources().size() == 1) {
      return word.fallback() == null ? here : withDefault(here, word.fallback(), path.span());
    }
    Value otherwise = chosen(word.otherwise(), path, rest, scope, text);
    if (otherwise == null) {
      return null;
    }
    boolean part = word.whole() == Replacement.WHOLE && !rest.isEmpty();
    return part
            && !isDemanded(here)
            && read(source, List.of(), path, scope, text) instanceof Value.Read whole
        ? new Value.Part(whole, here, otherwise, path.span())
        : new Value.Default(here, otherwise, path.span());
  }

  /**
   * Whether the API refuses a whole without this part. Then it makes no difference which of two is
   * the whole, and a whole that lacks it hides nothing of the other.
   */
  private static boolean isDemanded(Value value) {
    return value instanceof Value.Read read
        && read.access().steps().getLast() instanceof Access.Step.Field field
        && field.required();
  }

  private @Nullable Value read(
      Source source,
      List<Expr.Step> rest,
      Expr.Path path,
      Scope scope,
      Function<Expr, @Nullable Value> text) {
    List<Expr.Step> steps = new ArrayList<>();
    for (String name : source.path()) {
      steps.add(new Expr.Step.Field(new Name(name, path.span()), path.span()));
    }
    steps.addAll(rest);
    Expr.Path full = new Expr.Path(path.first(), steps, path.unchecked(), path.span());
    return paths.read(full, paths.root(source.level(), scope), text);
  }

  private static Value withDefault(Value value, String fallback, Span span) {
    Node node =
        value.type() == Type.Scalar.BOOLEAN
            ? new Node.Bool(fallback.equals("true"), span)
            : value.type() == Type.Scalar.INTEGER
                ? new Node.Numeral(Decimal.of(Long.parseLong(fallback)), span)
                : new Node.Text(fallback, span);
    return new Value.Default(value, new Value.Constant(node, value.type(), span), span);
  }

  /** Whether what the rule is for has the word; says so if not. */
  private boolean isFor(EffectiveWord word, Expr.Path path, Scope scope) {
    String said = "`" + HEAD + "." + word.name() + "`";
    if (!scope.has(word.level())) {
      boolean container = word.level() == Level.CONTAINER;
      error(
          CheckCode.NO_SUCH_SUBJECT,
          path.span(),
          "only a " + (container ? "container" : "Pod") + " has " + said,
          "write `for " + (container ? "container`" : "pod`"));
      return false;
    }
    if (word.level() != Level.RESOURCE
        || (scope.subject() != null
            && !scope.subject().kinds().isEmpty()
            && EffectiveWord.REPLICATED.containsAll(scope.subject().kinds()))) {
      return true;
    }
    error(
        CheckCode.NO_SUCH_SUBJECT,
        path.span(),
        "only " + String.join(", ", EffectiveWord.REPLICATED) + " have " + said,
        "name one of them, or several, after `for`");
    return false;
  }

  private void unknown(Expr.Path path) {
    List<Name> names = names(path.steps());
    if (names.isEmpty()) {
      error(
          CheckCode.UNKNOWN_NAME,
          path.span(),
          "`" + HEAD + "` alone is no value",
          "name what is asked for after a dot: " + known(""));
      return;
    }
    Name first = names.getFirst();
    String begin = first.text() + ".";
    List<String> longer =
        EffectiveWord.ALL.stream()
            .map(EffectiveWord::name)
            .filter(name -> name.startsWith(begin))
            .toList();
    if (!longer.isEmpty() && names.size() == 1) {
      error(
          CheckCode.NO_PARTS,
          path.span(),
          "`"
              + HEAD
              + "."
              + first.text()
              + "` is put together part by part, and is no value of its own",
          "name what is asked for: " + known(begin));
      return;
    }
    Name wrong = longer.isEmpty() ? first : names.get(1);
    List<String> candidates =
        longer.isEmpty()
            ? EffectiveWord.ALL.stream().map(word -> word.names().getFirst()).distinct().toList()
            : longer.stream().map(name -> name.substring(begin.length())).toList();
    String near = Suggestion.of(wrong.text(), candidates);
    Diagnostic diagnostic =
        Diagnostic.of(
            CheckCode.UNKNOWN_FIELD,
            wrong.span(),
            "`"
                + HEAD
                + (longer.isEmpty() ? "" : "." + first.text())
                + "` has no `"
                + wrong.text()
                + "`",
            near == null
                ? "it has " + known(longer.isEmpty() ? "" : begin)
                : "did you mean `" + near + "`?");
    context
        .diagnostics()
        .add(near == null ? diagnostic : Paths.replace(diagnostic, wrong.span(), near));
  }

  private static String known(String begin) {
    return EffectiveWord.ALL.stream()
        .map(EffectiveWord::name)
        .filter(name -> name.startsWith(begin))
        .map(name -> name.substring(begin.length()))
        .collect(Collectors.joining(", "));
  }

  private @Nullable Value capabilities(Expr.Path path, List<Expr.Step> rest, Scope scope) {
    String said = "`" + HEAD + "." + EffectiveWord.CAPABILITIES;
    if (!rest.isEmpty()) {
      error(
          CheckCode.NO_PARTS,
          rest.getFirst().span(),
          said + "` is a list of names, which have no parts",
          "ask what it contains: " + said + " contains …`");
      return null;
    }
    return new Value.EffectiveCapabilities(
        field(Level.CONTAINER, List.of("securityContext", "privileged"), path, scope),
        field(Level.CONTAINER, List.of("securityContext", "capabilities", "add"), path, scope),
        field(Level.CONTAINER, List.of("securityContext", "capabilities", "drop"), path, scope),
        field(Level.POD, List.of("os", "name"), path, scope),
        path.span());
  }

  private Value.Read field(Level level, List<String> fields, Expr.Path path, Scope scope) {
    if (read(new Source(level, fields), List.of(), path, scope, _ -> null)
        instanceof Value.Read read) {
      return read;
    }
    throw new IllegalStateException("a schema without " + String.join(".", fields));
  }

  private void error(CheckCode code, Span span, String message, String help) {
    context.diagnostics().error(code, span, message, help);
  }
}
