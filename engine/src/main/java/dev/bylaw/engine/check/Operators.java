package dev.bylaw.engine.check;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.CapabilitySet;
import dev.bylaw.engine.check.Conditions.Setting;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.Access.Root;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import dev.bylaw.engine.value.ImagePattern;
import dev.bylaw.engine.value.ImageReference;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Expr.Operator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks the operators that are words: {@code contains}, {@code like}, {@code matches}, {@code
 * from}, {@code selects}.
 */
final class Operators {
  private final Context context;
  private final Values values;

  Operators(Context context, Values values) {
    this.context = context;
    this.values = values;
  }

  Condition like(Expr.Binary binary, Setting setting) {
    Value text = text(binary, setting);
    List<String> globs = patterns(binary, setting, Scalar.STRING, "a pattern");
    if (text == null || globs == null) {
      return Conditions.unknown(binary.span());
    }
    boolean host = text.type() == Scalar.HOST;
    return anyOf(
        globs,
        glob -> new Condition.Like(text, host ? ImageReference.host(glob) : glob, binary.span()),
        binary.span());
  }

  Condition matches(Expr.Binary binary, Setting setting) {
    Value text = text(binary, setting);
    List<String> regexes = patterns(binary, setting, Scalar.REGEX, "a regular expression");
    if (text == null || regexes == null) {
      return Conditions.unknown(binary.span());
    }
    boolean host = text.type() == Scalar.HOST;
    return anyOf(
        regexes,
        regex -> new Condition.Matches(text, host ? "(?i:" + regex + ")" : regex, binary.span()),
        binary.span());
  }

  /** The patterns on the right side, one or several; null after saying what is wrong with them. */
  private @Nullable List<String> patterns(
      Expr.Binary binary, Setting setting, Scalar type, String what) {
    boolean several =
        binary.right() instanceof Expr.ListLiteral
            || values.isListWord(binary.right(), setting.scope());
    Value patterns =
        values.value(binary.right(), setting.scope(), several ? new Type.ListType(type) : type);
    if (patterns == null) {
      return null;
    }
    Type given = patterns.type() instanceof Type.ListType(Type item) ? item : patterns.type();
    List<String> texts = constantTexts(patterns);
    if (texts != null && texts.isEmpty()) {
      context
          .diagnostics()
          .error(
              CheckCode.CONSTANT_PART,
              binary.right().span(),
              "this list is empty, so nothing can be in it",
              "write at least one pattern");
      return null;
    }
    if (texts != null && (given == Scalar.REGEX) != (type == Scalar.REGEX)) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              binary.right().span(),
              "`"
                  + binary.operator().text()
                  + "` wants "
                  + what
                  + ", and this is "
                  + given.described(),
              type == Scalar.REGEX
                  ? "write it between slashes: `matches /…/`"
                  : "compare with `matches`");
      return null;
    }
    if (texts == null) {
      notConstant(binary.right(), what);
    }
    return texts;
  }

  /** One condition for each of several constants: it is enough that one holds. */
  private static Condition anyOf(
      List<String> texts, Function<String, Condition> condition, Span span) {
    List<Condition> conditions = texts.stream().map(condition).toList();
    return conditions.size() == 1 ? conditions.getFirst() : new Condition.Or(conditions, span);
  }

  Condition under(Expr.Binary binary, Setting setting) {
    Value path = values.value(binary.left(), setting.scope(), null);
    Value roots = values.value(binary.right(), setting.scope(), null);
    if (path == null || roots == null) {
      return Conditions.unknown(binary.span());
    }
    Type root = roots.type() instanceof Type.ListType(Type item) ? item : roots.type();
    for (Side side :
        List.of(new Side(binary.left(), path.type()), new Side(binary.right(), root))) {
      if (side.type() != Scalar.STRING && side.type() != Scalar.ANY) {
        context
            .diagnostics()
            .error(
                CheckCode.INCOMPARABLE,
                side.expr().span(),
                "`under` compares paths of files, but `"
                    + side.expr().span().text()
                    + "` is "
                    + side.type().described(),
                side.type() instanceof Type.ListType
                    ? "look at its items: `any x in " + side.expr().span().text() + ": x under …`"
                    : "name a path, for example `v.hostPath.path under \"/etc\"`");
        return Conditions.unknown(binary.span());
      }
    }
    List<String> texts = constantTexts(roots);
    if ((texts != null && texts.stream().anyMatch(String::isEmpty))
        || (path instanceof Value.Constant && texts != null)) {
      context
          .diagnostics()
          .error(
              CheckCode.CONSTANT_PART,
              binary.span(),
              path instanceof Value.Constant
                  ? "both sides are written in the rule, so this is always the same"
                  : "an empty text is no path",
              path instanceof Value.Constant
                  ? "name a path of the manifest on one side"
                  : "write `\"/\"` for everything");
      return Conditions.unknown(binary.span());
    }
    return new Condition.Under(path, roots, binary.span());
  }

  private record Side(Expr expr, Type type) {}

  /** {@code c is known}: only names of capabilities can be misspelt in a manifest unnoticed. */
  Condition known(Expr.Known known, Setting setting) {
    Value value = values.value(known.operand(), setting.scope(), null);
    if (value == null) {
      return Conditions.unknown(known.span());
    }
    if (!Values.isCapability(value.type()) || value instanceof Value.Constant) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              known.operand().span(),
              "`is known` asks for the name of a capability, but this is "
                  + value.type().described(),
              "look at the items of `add` or `drop`: `any c in add: c is unknown`");
      return Conditions.unknown(known.span());
    }
    Condition condition = new Condition.KnownCapability(value, known.known(), known.span());
    if (!known.known()) {
      new Negations(context, known).check(condition, setting.known());
    }
    return condition;
  }

  /** The left side of a comparison with a pattern: something that is a text in the manifest. */
  private @Nullable Value text(Expr.Binary binary, Setting setting) {
    Value value = values.value(binary.left(), setting.scope(), null);
    if (value == null) {
      return null;
    }
    boolean isText =
        value.type() instanceof Type.EnumType
            || value.type() == Scalar.STRING
            || value.type() == Scalar.IMAGE
            || value.type() == Scalar.HOST
            || value.type() == Scalar.BYTES
            || value.type() == Scalar.DATE_TIME
            || value.type() == Scalar.DURATION
            || value.type() == Scalar.NETWORK
            || value.type() == Scalar.ADDRESS
            || value.type() == Scalar.INT_OR_STRING
            || value.type() == Scalar.ANY
            || Values.isCapability(value.type());
    if (!isText) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              binary.left().span(),
              "`"
                  + binary.operator().text()
                  + "` compares text, but `"
                  + binary.left().span().text()
                  + "` is "
                  + value.type().described(),
              value.type() instanceof Type.ListType
                  ? "look at its items: `any x in "
                      + binary.left().span().text()
                      + ": x "
                      + binary.operator().text()
                      + " …`"
                  : "compare with `==`");
      return null;
    }
    return value;
  }

  Condition from(Expr.Binary binary, Setting setting) {
    Value image = values.value(binary.left(), setting.scope(), null);
    Value patterns = values.value(binary.right(), setting.scope(), null);
    if (image == null || patterns == null) {
      return Conditions.unknown(binary.span());
    }
    if (image.type() != Scalar.IMAGE && image.type() != Scalar.ANY) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              binary.left().span(),
              "`from` asks where an image comes from, but `"
                  + binary.left().span().text()
                  + "` is "
                  + image.type().described(),
              "write `image from …`");
      return Conditions.unknown(binary.span());
    }
    List<String> texts = constantTexts(patterns);
    if (texts == null) {
      return notConstant(binary.right(), "the places an image may come from");
    }
    for (String text : texts) {
      String problem = ImagePattern.problem(text);
      if (problem != null) {
        context
            .diagnostics()
            .error(
                CheckCode.BAD_LITERAL,
                binary.right().span(),
                "`" + text + "` is no place an image can come from: " + problem,
                "write for example \"registry.example.com/team/**\"");
        return Conditions.unknown(binary.span());
      }
    }
    return new Condition.From(image, patterns, binary.span());
  }

  Condition selects(Expr.Binary binary, Setting setting) {
    Value selector = values.value(binary.left(), setting.scope(), null);
    Value labelled = values.value(binary.right(), setting.scope(), null);
    if (selector == null || labelled == null) {
      return Conditions.unknown(binary.span());
    }
    boolean selects =
        selector.type() instanceof ObjectType object
            ? object.name().equals("LabelSelector")
            : selector.type() instanceof Type.MapType(Type value) && value == Scalar.STRING;
    if (!selects) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              binary.left().span(),
              "`"
                  + binary.left().span().text()
                  + "` is "
                  + selector.type().described()
                  + ", not a label selector",
              "name a selector, for example `b.spec.selector`");
      return Conditions.unknown(binary.span());
    }
    if (labelled instanceof Value.Read(Access access, Span span)
        && access.root() instanceof Root.Pod
        && access.steps().isEmpty()) {
      return new Condition.Selects(selector, holderOfPodSpec(span), binary.span());
    }
    if (!(labelled.type() instanceof ObjectType object && object.field("metadata") != null)) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              binary.right().span(),
              "`"
                  + binary.right().span().text()
                  + "` is "
                  + labelled.type().described()
                  + ", which has no labels",
              "name an object or a Pod template, for example `spec.template`");
      return Conditions.unknown(binary.span());
    }
    return new Condition.Selects(selector, labelled, binary.span());
  }

  /** The labels of a Pod stand beside its spec: in the Pod or the template around it. */
  private Value holderOfPodSpec(Span span) {
    return new Value.Read(
        context
            .accesses()
            .access(new Root.PodTemplate(), List.of(), context.schema().podTemplate(), true),
        span);
  }

  Condition contains(Expr.Binary binary, Setting setting) {
    Value list = values.value(binary.left(), setting.scope(), null);
    if (list == null) {
      return Conditions.unknown(binary.span());
    }
    Type element =
        list.type() instanceof Type.ListType(Type e)
            ? e
            : list.type() == Scalar.ANY ? Scalar.ANY : null;
    if (element == null) {
      String text = binary.left().span().text();
      context
          .diagnostics()
          .error(
              CheckCode.NOT_A_LIST,
              binary.left().span(),
              "`" + text + "` is " + list.type().described() + ", not a list",
              Values.isScalar(list.type())
                  ? "for a part of a text write `like \"*…*\"`"
                  : "for a key of a map write `" + text + "[\"key\"] is present`");
      return Conditions.unknown(binary.span());
    }
    boolean single = binary.operator() == Operator.CONTAINS;
    boolean text = binary.right() instanceof Expr.Exactly;
    Type wanted = text ? Scalar.STRING : Values.isCapability(element) ? Scalar.CAPABILITY : element;
    Value items =
        values.value(
            binary.right(),
            setting.scope(),
            (single && !(binary.right() instanceof Expr.ListLiteral))
                    || isOne(binary.right(), setting)
                ? wanted
                : new Type.ListType(wanted));
    if (items == null) {
      return Conditions.unknown(binary.span());
    }
    if (single == (items.type() instanceof Type.ListType)) {
      context
          .diagnostics()
          .error(
              CheckCode.NOT_A_LIST,
              binary.right().span(),
              single
                  ? "`contains` asks for one element, but this is a list"
                  : "`" + binary.operator().text() + "` asks for a list",
              single
                  ? "say `contains any of`, `contains all of` or `contains only`"
                  : "write a list: [" + binary.right().span().text() + "]");
      return Conditions.unknown(binary.span());
    }
    Operator operator = single ? Operator.CONTAINS_ANY_OF : binary.operator();
    if (Values.isCapability(element) && !text) {
      boolean read =
          !(list instanceof Value.EffectiveCapabilities)
              && items.type() instanceof Type.ListType(Type item)
              && (item == Scalar.ADDED_CAPABILITY || item == Scalar.DROPPED_CAPABILITY);
      return read
          ? new Condition.SharesCapability(list, operator, items, binary.span())
          : containsCapability(list, operator, items, binary);
    }
    Type given = items.type() instanceof Type.ListType(Type g) ? g : items.type();
    Comparison comparison = text ? Comparison.TEXT : Comparisons.between(element, given);
    if (comparison == null) {
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              binary.right().span(),
              "compares " + element.plural() + " with " + given.plural(),
              "write " + element.plural());
      return Conditions.unknown(binary.span());
    }
    return new Condition.Contains(list, operator, items, comparison, binary.span());
  }

  /** Whether an expression is one literal or one bare word, so that no list can be meant. */
  private boolean isOne(Expr expr, Setting setting) {
    return expr instanceof Expr.StringLiteral
        || expr instanceof Expr.NumberLiteral
        || values.isBareWord(expr, setting.scope());
  }

  Condition containsCapability(Value list, Operator operator, Value items, Expr.Binary binary) {
    List<String> names = constantTexts(items);
    if (names == null) {
      return notConstant(binary.right(), "capabilities");
    }
    CapabilitySet set = CapabilitySet.of(names);
    return list instanceof Value.EffectiveCapabilities && set.all()
        ? holdsAll(list, operator, set, binary)
        : new Condition.ContainsCapability(list, operator, set, binary.span());
  }

  /** What a container holds has no word ALL in it: ALL is all the names there are. */
  private Condition holdsAll(
      Value list, Operator operator, CapabilitySet items, Expr.Binary binary) {
    Condition every =
        new Condition.ContainsCapability(
            list,
            Operator.CONTAINS_ALL_OF,
            new CapabilitySet(false, Capability.all()),
            binary.span());
    return switch (operator) {
      case CONTAINS_ALL_OF -> every;
      case CONTAINS_ANY_OF ->
          items.capabilities().isEmpty()
              ? every
              : new Condition.Or(
                  List.of(
                      new Condition.ContainsCapability(
                          list,
                          operator,
                          new CapabilitySet(false, items.capabilities()),
                          binary.span()),
                      every),
                  binary.span());
      default -> {
        context
            .diagnostics()
            .error(
                CheckCode.CONSTANT_PART,
                binary.right().span(),
                "no container holds more than ALL, so this is always true",
                "name the capabilities that a container may hold");
        yield Conditions.unknown(binary.span());
      }
    };
  }

  /**
   * One name of a manifest against capabilities of the rule, whichever side it stands on.
   *
   * <p>A name in {@code drop} is always read by what every runtime does. A name in {@code add} is
   * read by what some runtime does where that leads to a violation, and by what all do where it
   * leads away from one.
   */
  Condition isCapability(Value left, Value right, Setting setting, Expr.Binary binary) {
    boolean constantLeft = left instanceof Value.Constant;
    Value name = constantLeft ? right : left;
    List<String> names = constantTexts(constantLeft ? left : right);
    if (names == null || !Values.isCapability(name.type())) {
      return notConstant(binary.right(), "capabilities");
    }
    if (name.type() == Scalar.CAPABILITY && names.contains("ALL")) {
      context
          .diagnostics()
          .error(
              CheckCode.CONSTANT_PART,
              (constantLeft ? binary.left() : binary.right()).span(),
              "`effective.capabilities` has the single names, and none of them is ALL",
              "for all of them write `effective.capabilities contains ALL`");
      return Conditions.unknown(binary.span());
    }
    return new Condition.IsCapability(
        name,
        CapabilitySet.of(names),
        name.type() == Scalar.DROPPED_CAPABILITY || !setting.truthIsBad(),
        binary.span());
  }

  private Condition notConstant(Expr expr, String what) {
    context
        .diagnostics()
        .error(
            CheckCode.NOT_CONSTANT,
            expr.span(),
            "expected " + what + " that the rule itself names",
            "write a literal, or a word that a `let` or `param` defines");
    return Conditions.unknown(expr.span());
  }

  private static @Nullable List<String> constantTexts(Value value) {
    return switch (value) {
      case Value.Constant(Node.Text text, Type _, Span _) -> List.of(text.value());
      case Value.Constant(Node.Sequence items, Type _, Span _)
          when items.items().stream().allMatch(Node.Text.class::isInstance) ->
          items.items().stream().map(item -> ((Node.Text) item).value()).toList();
      case Value.Constant _,
          Value.Read _,
          Value.Default _,
          Value.Part _,
          Value.EffectiveCapabilities _,
          Value.SchemaProblems _,
          Value.Count _,
          Value.Items _,
          Value.Truth _ ->
          null;
    };
  }
}
