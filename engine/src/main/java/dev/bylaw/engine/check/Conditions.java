package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Condition.Comparison;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.ObjectType;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Expr.Operator;
import dev.bylaw.grammar.tree.Expr.Quantifier;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.Rule;
import dev.bylaw.grammar.tree.RuleTest;
import dev.bylaw.grammar.tree.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Gives every expression that stands for a condition its checked form.
 *
 * <p>Two things travel down with the expression: what is known to be present, and whether its truth
 * leads to a violation, because a capability name that runtimes read differently is then read as
 * the dangerous one.
 */
final class Conditions {
  /** What it takes to check a part of a condition and to hold it against the others. */
  private static final int STEPS = 200;

  private final Context context;
  private final Paths paths;
  private final Values values;
  private final Words words;
  private final Subjects subjects;
  private final Operators operators;

  Conditions(Context context, Paths paths, Values values, Words words, Subjects subjects) {
    this.context = context;
    this.paths = paths;
    this.values = values;
    this.words = words;
    this.subjects = subjects;
    this.operators = new Operators(context, values);
  }

  /** What is known where a condition stands. */
  record Setting(Scope scope, Facts known, boolean truthIsBad) {
    Setting knowing(Facts more) {
      return new Setting(scope, known.and(more), truthIsBad);
    }

    Setting flipped(boolean flip) {
      return new Setting(scope, known, truthIsBad != flip);
    }

    Setting in(Scope inner) {
      return new Setting(inner, known, truthIsBad);
    }
  }

  /**
   * The checked condition; where a part is wrong, a diagnostic says so and that part stands as a
   * constant.
   */
  Condition condition(Expr expr, Setting setting) {
    context.steps().take(STEPS);
    return switch (expr) {
      case Expr.And and ->
          new Condition.And(operands(and.operands(), setting, Facts::ifTrue), and.span());
      case Expr.Or or ->
          new Condition.Or(operands(or.operands(), setting, Facts::ifFalse), or.span());
      case Expr.Not not -> not(not, setting);
      case Expr.Parenthesized inner -> condition(inner.inner(), setting);
      case Expr.Quantified quantified -> quantified(quantified, setting);
      case Expr.Exists exists -> exists(exists, setting);
      case Expr.Presence presence -> presence(presence, setting);
      case Expr.Known known -> operators.known(known, setting);
      case Expr.Binary binary -> words.marked(() -> binary(binary, setting));
      case Expr.Path path when path.isWord() && isWordOfPack(path, setting.scope()) ->
          word(path, setting);
      case Expr.BooleanLiteral literal -> new Condition.Constant(literal.value(), literal.span());
      case Expr.Missing missing -> {
        context.diagnostics().gap();
        yield unknown(missing.span());
      }
      case Expr.Path _,
          Expr.Default _,
          Expr.Part _,
          Expr.Count _,
          Expr.Exactly _,
          Expr.ListLiteral _,
          Expr.StringLiteral _,
          Expr.NumberLiteral _,
          Expr.DateLiteral _,
          Expr.VersionLiteral _,
          Expr.RegexLiteral _ ->
          words.marked(() -> holds(expr, setting));
    };
  }

  static Condition unknown(Span span) {
    return new Condition.Constant(false, span);
  }

  private List<Condition> operands(
      List<Expr> operands, Setting setting, java.util.function.Function<Condition, Facts> learned) {
    List<Condition> conditions = new ArrayList<>();
    Setting now = setting;
    for (Expr operand : operands) {
      // Each part is checked with what all those before it tell.
      context.steps().take(conditions.size());
      Condition condition = condition(operand, now);
      conditions.add(condition);
      now = now.knowing(learned.apply(condition));
    }
    return conditions;
  }

  private Condition not(Expr.Not not, Setting setting) {
    Condition operand = condition(not.operand(), setting.flipped(true));
    new Negations(context, not).check(operand, setting.known());
    return new Condition.Not(operand, not.span());
  }

  private boolean isWordOfPack(Expr.Path path, Scope scope) {
    return paths.head(path.first().text(), scope) instanceof Paths.Head.Defined;
  }

  private Condition word(Expr.Path path, Setting setting) {
    if (!(paths.head(path.first().text(), setting.scope())
        instanceof Paths.Head.Defined(Pack.Word word))) {
      return unknown(path.span());
    }
    Condition found =
        words.inside(
            word,
            path.span(),
            () ->
                switch (word.declaration()) {
                  case Declaration.Let let ->
                      condition(let.value(), setting.in(Scope.of(word.home(), null)));
                  case Declaration.Definition definition -> {
                    Scope inner = words.scopeOf(definition, word, path.span(), setting.scope());
                    yield inner == null ? null : condition(definition.value(), setting.in(inner));
                  }
                  case Declaration.Parameter _ -> null;
                  case Rule _, RuleTest _, Waiver _ -> null;
                });
    if (found != null) {
      words.remember(word, path, found.span());
      return found;
    }
    return word.declaration() instanceof Declaration.Parameter
        ? words.marked(() -> holds(path, setting))
        : unknown(path.span());
  }

  /** A boolean value, used as it is. */
  private Condition holds(Expr expr, Setting setting) {
    Value value = values.value(expr, setting.scope(), Scalar.BOOLEAN);
    if (value == null) {
      return unknown(expr.span());
    }
    if (value instanceof Value.Constant(dev.bylaw.engine.manifest.Node.Bool bool, Type _, Span _)) {
      return new Condition.Constant(bool.value(), expr.span());
    }
    if (value.type() != Scalar.BOOLEAN && value.type() != Scalar.ANY) {
      String text = expr.span().text();
      context
          .diagnostics()
          .error(
              CheckCode.NOT_A_CONDITION,
              expr.span(),
              "`" + text + "` is " + value.type().described() + ", not a condition",
              value.type() instanceof Type.ListType
                  ? "ask what it contains, or write `count(" + text + ") > 0`"
                  : "compare it, or write `" + text + " is present`");
      return unknown(expr.span());
    }
    return new Condition.Holds(value, expr.span());
  }

  private Condition quantified(Expr.Quantified quantified, Setting setting) {
    List<Value> lists = lists(quantified.list(), setting.scope());
    if (lists.size() > 1 && quantified.key() != null) {
      severalPositions(quantified);
      return unknown(quantified.span());
    }
    String key = quantified.key() == null ? null : quantified.key().text();
    Type element = lists.isEmpty() ? null : element(lists.getFirst(), quantified);
    if (element == null) {
      return unknown(quantified.span());
    }
    Quantifier quantifier = quantified.quantifier();
    String name = quantified.variable().text();
    new Shadowing(context.diagnostics()).refuse(quantified.variable(), setting.scope());
    if (quantified.key() != null) {
      new Shadowing(context.diagnostics()).refuse(quantified.key(), setting.scope());
      refuseTwice(quantified.key(), quantified.variable());
    }
    int index = setting.scope().nextIndex();
    Setting inner =
        setting.in(
            setting
                .scope()
                .with(Scope.Variable.of(index, key, name, element, lists.getFirst().type())));
    Condition where =
        quantified.where() == null
            ? null
            : condition(quantified.where(), inner.flipped(quantifier != Quantifier.ANY));
    Setting body = where == null ? inner : inner.knowing(Facts.ifTrue(where));
    Condition condition =
        condition(quantified.condition(), body.flipped(quantifier == Quantifier.NO));
    List<Condition> each = new ArrayList<>();
    for (Value list : lists) {
      each.add(
          new Condition.Quantified(
              quantifier, index, key, name, list, where, condition, quantified.span()));
    }
    if (each.size() == 1) {
      return each.getFirst();
    }
    return quantifier == Quantifier.ANY
        ? new Condition.Or(each, quantified.span())
        : new Condition.And(each, quantified.span());
  }

  /** The list that a quantifier goes through, or the lists; none if what stands there is wrong. */
  private List<Value> lists(Expr expr, Scope scope) {
    if (expr instanceof Expr.Path path && paths.isAllContainers(path, scope)) {
      return paths.containerLists(path.span());
    }
    Value list = values.value(expr, scope, null);
    return list == null ? List.of() : List.of(list);
  }

  /**
   * The type of what a quantifier finds in a list or a map, or null after saying why there is none.
   */
  private @Nullable Type element(Value list, Expr.Quantified quantified) {
    if (list instanceof Value.Items) {
      context
          .diagnostics()
          .error(
              CheckCode.NOT_A_LIST,
              quantified.list().span(),
              "a list that the rule itself puts together has no place in a manifest to point at",
              "write the condition for each value, with `or` or `and` between them");
      return null;
    }
    Type element = Values.elementOf(list.type(), quantified.key() != null);
    if (element == null) {
      notACollection(quantified, list.type());
    }
    return element;
  }

  private void notACollection(Expr.Quantified quantified, Type type) {
    String written = quantified.list().span().text();
    String variable = quantified.variable().text();
    boolean named = quantified.key() != null;
    String word = word(quantified.quantifier());
    context
        .diagnostics()
        .error(
            CheckCode.NOT_A_LIST,
            quantified.list().span(),
            "`"
                + written
                + "` is "
                + type.described()
                + ", not a list"
                + (named ? " or a map" : ""),
            type instanceof Type.MapType
                ? "a map has keys and values, so name both: `"
                    + word
                    + " key, "
                    + variable
                    + " in "
                    + written
                    + ": …`"
                : "name a list or a map after `in`");
  }

  private void severalPositions(Expr.Quantified quantified) {
    context
        .diagnostics()
        .error(
            CheckCode.NOT_A_LIST,
            quantified.list().span(),
            "`" + quantified.list().span().text() + "` is several lists, each with a first item",
            "go through one of them: `"
                + word(quantified.quantifier())
                + " "
                + Objects.requireNonNull(quantified.key()).text()
                + ", "
                + quantified.variable().text()
                + " in containers: …`");
  }

  private static String word(Quantifier quantifier) {
    return switch (quantifier) {
      case ANY -> "any";
      case ALL -> "all";
      case NO -> "no";
    };
  }

  private void refuseTwice(Name key, Name value) {
    if (key.text().equals(value.text())) {
      context
          .diagnostics()
          .error(
              CheckCode.ALREADY_DEFINED,
              value.span(),
              "`" + value.text() + "` is the first of the two variables already",
              "give the second another name");
    }
  }

  private Condition exists(Expr.Exists exists, Setting setting) {
    boolean pods = exists.kind().text().equals("pod");
    if (!pods && !subjects.known(exists.kind())) {
      return unknown(exists.span());
    }
    List<String> kinds = pods ? List.of() : List.of(exists.kind().text());
    String name = exists.variable() == null ? "" : exists.variable().text();
    if (exists.variable() != null) {
      new Shadowing(context.diagnostics()).refuse(exists.variable(), setting.scope());
    }
    Scope.Variable variable =
        new Scope.Variable(
            name,
            setting.scope().nextIndex(),
            false,
            pods ? paths.podTemplateTypes() : paths.kindTypes(kinds));
    Condition where =
        exists.where() == null
            ? null
            : condition(exists.where(), setting.in(setting.scope().with(List.of(variable))));
    return new Condition.Exists(kinds, variable.index(), variable.name(), where, exists.span());
  }

  private Condition presence(Expr.Presence presence, Setting setting) {
    Value value = values.value(presence.operand(), setting.scope(), null);
    if (value == null) {
      return unknown(presence.span());
    }
    if (!values.isOfPaths(value)) {
      boolean chosen = value instanceof Value.Default || value instanceof Value.Part;
      context
          .diagnostics()
          .error(
              CheckCode.CONSTANT_PART,
              presence.operand().span(),
              chosen
                  ? "this value is always present: where no path has one, the default is there"
                  : "this value is always present",
              chosen ? "ask for the presence of a path alone" : "ask for the presence of a path");
      return unknown(presence.span());
    }
    Condition absent = new Condition.Absent(value, presence.span());
    return presence.absent() ? absent : new Condition.Not(absent, presence.span());
  }

  private Condition binary(Expr.Binary binary, Setting setting) {
    return switch (binary.operator()) {
      case EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> compare(binary, binary.operator(), setting);
      case NOT_EQUAL -> negated(binary, setting, (b, s) -> compare(b, Operator.EQUAL, s));
      case IN -> in(binary, setting);
      case NOT_IN -> negated(binary, setting, this::in);
      case LIKE -> operators.like(binary, setting);
      case NOT_LIKE -> negated(binary, setting, operators::like);
      case MATCHES -> operators.matches(binary, setting);
      case NOT_MATCHES -> negated(binary, setting, operators::matches);
      case FROM -> operators.from(binary, setting);
      case NOT_FROM -> negated(binary, setting, operators::from);
      case UNDER -> operators.under(binary, setting);
      case NOT_UNDER -> negated(binary, setting, operators::under);
      case CONTAINS, CONTAINS_ANY_OF, CONTAINS_ALL_OF, CONTAINS_ONLY ->
          operators.contains(binary, setting);
      case SELECTS -> operators.selects(binary, setting);
    };
  }

  private Condition negated(
      Expr.Binary binary, Setting setting, BiFunction<Expr.Binary, Setting, Condition> positive) {
    Condition condition = positive.apply(binary, setting.flipped(true));
    new Negations(context, binary).check(condition, setting.known());
    return new Condition.Not(condition, binary.span());
  }

  /**
   * The two sides, each read as the type of the other where it has none of its own; null where one
   * is wrong.
   */
  private @Nullable Sides sides(Expr.Binary binary, Scope scope) {
    boolean rightFirst =
        !values.hasOwnType(binary.left(), scope) && values.hasOwnType(binary.right(), scope);
    Expr first = rightFirst ? binary.right() : binary.left();
    Expr second = rightFirst ? binary.left() : binary.right();
    Value one = values.value(first, scope, null);
    if (one == null) {
      return null;
    }
    Type expected = one.type() == Scalar.ANY ? Literals.naturalType(second) : one.type();
    Value other = values.value(second, scope, expected);
    if (other == null) {
      return null;
    }
    return rightFirst ? new Sides(other, one) : new Sides(one, other);
  }

  private record Sides(Value left, Value right) {}

  private Condition compare(Expr.Binary binary, Operator operator, Setting setting) {
    Sides sides = sides(binary, setting.scope());
    if (sides == null) {
      return unknown(binary.span());
    }
    Type left = sides.left().type();
    Type right = sides.right().type();
    if (operator == Operator.EQUAL && Values.isCapability(left) && Values.isCapability(right)) {
      return operators.isCapability(sides.left(), sides.right(), setting, binary);
    }
    Comparison comparison = Comparisons.between(left, right);
    if (comparison == null) {
      return incomparable(binary, left, right);
    }
    Comparison ordered =
        operator == Operator.EQUAL
            ? comparison
            : Comparisons.ordered(left, right, setting.truthIsBad());
    if (ordered == null) {
      context
          .diagnostics()
          .error(
              CheckCode.NO_ORDER,
              binary.operatorSpan(),
              "`" + operator.text() + "` compares " + left.plural() + ", which have no order",
              "compare with `==` or `!=`");
      return unknown(binary.span());
    }
    Fallbacks.check(sides.left(), ordered, context.diagnostics());
    Fallbacks.check(sides.right(), ordered, context.diagnostics());
    return new Condition.Compare(sides.left(), operator, sides.right(), ordered, binary.span());
  }

  private Condition incomparable(Expr.Binary binary, Type left, Type right) {
    boolean list = left instanceof Type.ListType || right instanceof Type.ListType;
    boolean lists = left instanceof Type.ListType && right instanceof Type.ListType;
    boolean object = left instanceof ObjectType || left instanceof Type.MapType;
    context
        .diagnostics()
        .error(
            CheckCode.INCOMPARABLE,
            binary.right().span(),
            lists
                ? "`" + binary.operator().text() + "` compares single values, and these are lists"
                : "compares " + left.described() + " with " + right.described(),
            list
                ? "ask what the list contains: `contains`, `contains any of`, `contains all of`,"
                    + " `contains only`"
                : object ? "compare one of its fields" : "compare two values of one type");
    return unknown(binary.span());
  }

  private Condition in(Expr.Binary binary, Setting setting) {
    Scope scope = setting.scope();
    boolean rightFirst =
        !values.hasOwnType(binary.left(), scope) && values.hasOwnType(binary.right(), scope);
    Value list = rightFirst ? values.value(binary.right(), scope, null) : null;
    Type wanted =
        list == null
            ? null
            : list.type() instanceof Type.ListType(Type element)
                ? element
                : Networks.areNetworks(list.type()) ? list.type() : null;
    Value value = values.value(binary.left(), scope, wanted);
    if (value == null) {
      return unknown(binary.span());
    }
    if (value.type() instanceof Type.ListType) {
      String text = binary.left().span().text();
      context
          .diagnostics()
          .error(
              CheckCode.INCOMPARABLE,
              binary.left().span(),
              "`in` looks for a single value, but `" + text + "` is " + value.type().described(),
              "look at its items: `any x in " + text + ": x in …`, or write `contains any of`");
      return unknown(binary.span());
    }
    if (!rightFirst) {
      boolean alone =
          Networks.areNetworks(value.type())
              && !(binary.right() instanceof Expr.ListLiteral)
              && !values.isListWord(binary.right(), scope);
      Type one = Networks.areNetworks(value.type()) ? Scalar.NETWORK : value.type();
      list = values.value(binary.right(), scope, alone ? one : new Type.ListType(one));
    }
    if (list == null) {
      return unknown(binary.span());
    }
    if (Networks.areNetworks(list.type())) {
      list = Networks.listOf(list);
    }
    if (!(list.type() instanceof Type.ListType(Type element))) {
      context
          .diagnostics()
          .error(
              CheckCode.NOT_A_LIST,
              binary.right().span(),
              "`"
                  + binary.right().span().text()
                  + "` is "
                  + list.type().described()
                  + ", not a list",
              "write a list, for example [a, b]");
      return unknown(binary.span());
    }
    boolean names = Values.isCapability(element) && Values.isCapability(value.type());
    if (names && value instanceof Value.Constant && !(list instanceof Value.Constant)) {
      return operators.containsCapability(list, Operator.CONTAINS_ANY_OF, value, binary);
    }
    if (names) {
      return operators.isCapability(value, list, setting, binary);
    }
    Comparison comparison = Comparisons.between(value.type(), element);
    if (comparison == null) {
      return incomparable(binary, value.type(), element);
    }
    Fallbacks.check(value, comparison, context.diagnostics());
    return new Condition.In(value, list, comparison, binary.span());
  }
}
