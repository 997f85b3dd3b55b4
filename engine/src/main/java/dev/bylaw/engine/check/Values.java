package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Waiver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives every expression that stands for a value its type. Null means that it has none, and that a
 * diagnostic says why.
 */
final class Values {
  /** What it takes to find out what a value is. */
  private static final int STEPS = 20;

  private final Context context;
  private final Paths paths;
  private final Literals literals;
  private final Words words;
  private final EffectiveWords effective;
  private final SchemaWords schema;

  Values(Context context, Paths paths, Words words) {
    this.context = context;
    this.paths = paths;
    this.literals = new Literals(context);
    this.words = words;
    this.effective = new EffectiveWords(context, paths);
    this.schema = new SchemaWords(context);
  }

  /**
   * Whether the expression has a type of its own, or is a literal or bare word that takes the type
   * of the other side.
   */
  boolean hasOwnType(Expr expr, Scope scope) {
    return switch (expr) {
      case Expr.Path path ->
          !path.isWord()
              || paths.head(path.first().text(), scope) instanceof Paths.Head.At
              || isTypedWord(path, scope);
      case Expr.Default fallback -> hasOwnType(fallback.operand(), scope);
      case Expr.Parenthesized inner -> hasOwnType(inner.inner(), scope);
      case Expr.Part _ -> true;
      case Expr.Count _ -> true;
      case Expr.And _,
          Expr.Or _,
          Expr.Not _,
          Expr.Quantified _,
          Expr.Exists _,
          Expr.Binary _,
          Expr.Presence _,
          Expr.Known _ ->
          true;
      case Expr.Exactly _,
          Expr.ListLiteral _,
          Expr.StringLiteral _,
          Expr.BooleanLiteral _,
          Expr.NumberLiteral _,
          Expr.DateLiteral _,
          Expr.VersionLiteral _,
          Expr.RegexLiteral _,
          Expr.Missing _ ->
          false;
    };
  }

  /** Whether nothing but paths of the manifest stand for the value, so that it may be absent. */
  boolean isOfPaths(Value value) {
    return switch (value) {
      case Value.Read _ -> true;
      case Value.Default fallback -> isOfPaths(fallback.value()) && isOfPaths(fallback.fallback());
      case Value.Part part -> isOfPaths(part.part()) && isOfPaths(part.otherwise());
      case Value.Constant _,
          Value.EffectiveCapabilities _,
          Value.SchemaProblems _,
          Value.Count _,
          Value.Items _,
          Value.Truth _ ->
          false;
    };
  }

  /** A word that is no name here, and so must be an enum value or a capability. */
  boolean isBareWord(Expr expr, Scope scope) {
    return expr instanceof Expr.Path path
        && path.isWord()
        && paths.head(path.first().text(), scope) == null;
  }

  /** A word of a pack that stands for a list. */
  boolean isListWord(Expr expr, Scope scope) {
    return expr instanceof Expr.Path path
        && path.isWord()
        && paths.head(path.first().text(), scope) instanceof Paths.Head.Defined(Pack.Word word)
        && switch (word.declaration()) {
          case Declaration.Let let -> {
            Scope inner = Scope.of(word.home(), null);
            yield let.value() instanceof Expr.ListLiteral || isListWord(let.value(), inner);
          }
          case Declaration.Parameter parameter -> parameter.type().list();
          case Declaration.Definition _, Rule _, RuleTest _, Waiver _ -> false;
        };
  }

  private boolean isTypedWord(Expr.Path path, Scope scope) {
    return paths.head(path.first().text(), scope) instanceof Paths.Head.Defined(Pack.Word word)
        && switch (word.declaration()) {
          case Declaration.Definition _, Declaration.Parameter _ -> true;
          case Declaration.Let let -> hasOwnType(let.value(), Scope.of(word.home(), null));
          case Rule _, RuleTest _, Waiver _ -> false;
        };
  }

  /**
   * The value of an expression.
   *
   * @param expected what the other side of a comparison is, or null where nothing is
   */
  @Nullable Value value(Expr expr, Scope scope, @Nullable Type expected) {
    context.steps().take(STEPS);
    return switch (expr) {
      case Expr.Path path -> path(path, scope, expected);
      case Expr.Parenthesized inner -> value(inner.inner(), scope, expected);
      case Expr.Default fallback -> withDefault(fallback, scope, expected);
      case Expr.Part part -> part(part, part.of(), scope);
      case Expr.Count count -> count(count, scope);
      case Expr.ListLiteral list -> list(list, scope, expected);
      case Expr.Exactly exactly ->
          value(
              exactly.operand(),
              scope,
              expected instanceof Type.ListType ? new Type.ListType(Scalar.STRING) : Scalar.STRING);
      case Expr.StringLiteral literal ->
          literals.string(literal, expectedOr(expected, Scalar.STRING));
      case Expr.NumberLiteral literal -> literals.number(literal, expectedOr(expected, Scalar.ANY));
      case Expr.BooleanLiteral literal ->
          literals.bool(literal, expectedOr(expected, Scalar.BOOLEAN));
      case Expr.DateLiteral literal -> literals.date(literal, expectedOr(expected, Scalar.DATE));
      case Expr.VersionLiteral literal ->
          literals.version(literal, expectedOr(expected, Scalar.VERSION));
      case Expr.RegexLiteral regex -> literals.regex(regex, expected);
      case Expr.Missing _ -> {
        context.diagnostics().gap();
        yield null;
      }
      case Expr.And _,
          Expr.Or _,
          Expr.Not _,
          Expr.Quantified _,
          Expr.Exists _,
          Expr.Binary _,
          Expr.Presence _,
          Expr.Known _ -> {
        context
            .diagnostics()
            .error(
                CheckCode.INCOMPARABLE,
                expr.span(),
                "a condition stands where a value is expected",
                "a condition is used as it is, without comparing it");
        yield null;
      }
    };
  }

  private static Type expectedOr(@Nullable Type expected, Type natural) {
    return expected == null ? natural : expected;
  }

  private @Nullable Value path(Expr.Path path, Scope scope, @Nullable Type expected) {
    Paths.Head head = paths.head(path.first().text(), scope);
    return switch (head) {
      case Paths.Head.At(Place place) -> paths.read(path, place, part -> value(part, scope, null));
      case Paths.Head.Defined(Pack.Word word) ->
          path.steps().isEmpty()
              ? words.value(this, word, path, scope, expected)
              : partOfWord(path, word, scope);
      case null ->
          switch (scope.subject() == null ? "" : path.first().text()) {
            case EffectiveWords.HEAD ->
                effective.value(path, scope, part -> value(part, scope, null));
            case SchemaWords.HEAD -> schema.value(path, scope);
            default -> bareWord(path, scope, expected);
          };
    };
  }

  /** A definition stands for its paths, and so has their parts. */
  private @Nullable Value partOfWord(Expr.Path path, Pack.Word word, Scope scope) {
    if (!(word.declaration() instanceof Declaration.Definition definition)) {
      return noParts(path);
    }
    return words.inside(
        word,
        path.span(),
        () -> {
          Scope inner = words.scopeOf(definition, word, path.span(), scope);
          Expr.Parenthesized of =
              new Expr.Parenthesized(definition.value(), definition.value().span());
          return inner == null
              ? null
              : value(new Expr.Part(of, path.steps(), path.span()), inner, null);
        });
  }

  private @Nullable Value noParts(Expr.Path path) {
    context
        .diagnostics()
        .error(
            CheckCode.NO_PARTS,
            path.steps().getFirst().span(),
            "`" + path.first().text() + "` is a word of a pack and has no parts",
            "end the path after the word");
    return null;
  }

  /** No name: an enum value or a capability if the other side is one, else unknown. */
  private @Nullable Value bareWord(Expr.Path path, Scope scope, @Nullable Type expected) {
    if (path.isWord() && expected instanceof Type.EnumType type) {
      return literals.enumValue(path.first().text(), type, path.span());
    }
    if (path.isWord() && expected instanceof Scalar scalar && isCapability(scalar)) {
      return literals.capability(path.first().text(), path.span());
    }
    if (path.isWord() && (expected == Scalar.STRING || expected == Scalar.IMAGE)) {
      context
          .diagnostics()
          .add(
              Paths.replace(
                  dev.bylaw.grammar.Diagnostic.of(
                      CheckCode.UNKNOWN_NAME,
                      path.span(),
                      "unknown name `" + path.first().text() + "`",
                      "text is written in quotes: \"" + path.first().text() + "\""),
                  path.span(),
                  "\"" + path.first().text() + "\""));
      return null;
    }
    paths.unknownHead(path.first(), scope);
    return null;
  }

  static boolean isCapability(Type type) {
    return type == Scalar.CAPABILITY
        || type == Scalar.ADDED_CAPABILITY
        || type == Scalar.DROPPED_CAPABILITY;
  }

  private @Nullable Value withDefault(Expr.Default fallback, Scope scope, @Nullable Type expected) {
    Value value = value(fallback.operand(), scope, expected);
    if (value == null) {
      return null;
    }
    Value other = value(fallback.fallback(), scope, value.type());
    if (other == null) {
      return null;
    }
    if (Comparisons.between(value.type(), other.type()) == null
        && !(value.type() instanceof Type.ListType)
        && !areOneObject(value.type(), other.type())) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              other.span(),
              "the default is "
                  + other.type().described()
                  + ", but the value is "
                  + value.type().described(),
              value.type() instanceof ObjectType && other.type() instanceof ObjectType
                  ? "the two have nothing in common but fields: give a default of one of these"
                  : "give a default of the same type");
      return null;
    }
    return new Value.Default(value, other, fallback.span());
  }

  /** The steps that stand behind the parentheses belong to each of the paths between them. */
  private @Nullable Value part(Expr.Part part, Expr of, Scope scope) {
    return switch (of) {
      case Expr.Parenthesized inner -> part(part, inner.inner(), scope);
      case Expr.Path path -> {
        List<Expr.Step> steps = new ArrayList<>(path.steps());
        steps.addAll(part.steps());
        yield value(new Expr.Path(path.first(), steps, path.unchecked(), part.span()), scope, null);
      }
      case Expr.Default choice -> {
        // `a default b default c` is `(a default b) default c` to the parser.
        Expr first = choice.operand();
        Expr rest = choice.fallback();
        while (inner(first) instanceof Expr.Default nested) {
          first = nested.operand();
          rest = new Expr.Default(nested.fallback(), rest, choice.span());
        }
        Value whole = value(first, scope, null);
        Value here = part(part, first, scope);
        Value otherwise = part(part, rest, scope);
        yield here == null || otherwise == null || !(whole instanceof Value.Read read)
            ? null
            : new Value.Part(read, here, otherwise, part.span());
      }
      default -> {
        context
            .diagnostics()
            .error(
                CheckCode.NO_PARTS,
                of.span(),
                "only paths have parts, and what `default` chooses between them",
                "write paths between the parentheses, for example `(a default b).c`");
        yield null;
      }
    };
  }

  private static boolean areOneObject(Type value, Type other) {
    return value instanceof ObjectType a
        && other instanceof ObjectType b
        && a.name().equals(b.name());
  }

  private static Expr inner(Expr expr) {
    return expr instanceof Expr.Parenthesized parenthesized ? inner(parenthesized.inner()) : expr;
  }

  private @Nullable Value count(Expr.Count count, Scope scope) {
    Value list = value(count.list(), scope, null);
    if (list == null) {
      return null;
    }
    if (!(list.type() instanceof Type.ListType
        || list.type() instanceof Type.MapType
        || list.type() == Scalar.ANY)) {
      context
          .diagnostics()
          .error(
              CheckCode.NOT_A_LIST,
              count.list().span(),
              "counts " + list.type().described(),
              "count a list or a map");
      return null;
    }
    return new Value.Count(list, count.span());
  }

  private @Nullable Value list(Expr.ListLiteral list, Scope scope, @Nullable Type expected) {
    Type element = expected instanceof Type.ListType(Type e) ? e : null;
    if (expected != null && element == null && expected != Scalar.ANY) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              list.span(),
              "compares " + expected.described() + " with a list",
              "write one value");
      return null;
    }
    List<Value> items = new ArrayList<>();
    boolean bad = false;
    for (Expr item : list.items()) {
      if (item instanceof Expr.Exactly && element != null && isCapability(element)) {
        refuseExactlyInside(item, list);
        bad = true;
        continue;
      }
      Value value = value(item, scope, element == Scalar.ANY ? null : element);
      bad |= value == null;
      if (value != null) {
        items.add(value);
        element = element == null ? value.type() : element;
      }
    }
    if (bad) {
      return null;
    }
    RepeatedLiterals.refuse(list, items, context.diagnostics());
    Type type = new Type.ListType(element == null ? Scalar.ANY : element);
    if (items.stream().allMatch(Value.Constant.class::isInstance)) {
      List<Node> nodes = items.stream().map(item -> ((Value.Constant) item).node()).toList();
      return new Value.Constant(
          new Node.Sequence(nodes, list.span()),
          items.isEmpty() ? type : new Type.ListType(items.getFirst().type()),
          list.span());
    }
    return new Value.Items(items, type, list.span());
  }

  /** A list is one of capabilities or one of texts, and never of both. */
  private void refuseExactlyInside(Expr item, Expr.ListLiteral list) {
    context
        .diagnostics()
        .error(
            CheckCode.INCOMPARABLE,
            item.span(),
            "this list is of capabilities, and `exactly` makes a text of one entry",
            "write `exactly` before the list: exactly "
                + list.span().text().replace("exactly ", ""));
  }

  /**
   * What a list of this type holds, or with {@code map} a map; null if the type is no such thing.
   */
  static @Nullable Type elementOf(Type type, boolean named) {
    return switch (type) {
      case Type.ListType(Type element) -> element;
      case Type.MapType(Type value) -> named ? value : null;
      case Scalar scalar -> scalar == Scalar.ANY ? Scalar.ANY : null;
      case ObjectType _, Type.EnumType _, Type.QuantityType _ -> null;
    };
  }

  /** The type of what tells one element of a collection from the others: its position or key. */
  static Type keyOf(Type collection) {
    return collection instanceof Type.ListType ? Scalar.INTEGER : Scalar.STRING;
  }

  /** Whether values of this type have no parts and are compared as a whole. */
  static boolean isScalar(Type type) {
    return !(type instanceof Type.ListType
        || type instanceof Type.MapType
        || type instanceof ObjectType);
  }
}
