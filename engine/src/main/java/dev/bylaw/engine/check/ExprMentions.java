package dev.bylaw.engine.check;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks through expressions and finds what their names stand for; on the way, what might stand at a
 * cursor.
 */
final class ExprMentions {
  private final Schema schema;
  private final Paths paths;
  private final Values values;
  private final List<Mention> found;
  private final int cursor;
  private final Map<String, Name> variables = new LinkedHashMap<>();
  private List<Offer> offers = List.of();

  ExprMentions(Schema schema, Paths paths, Values values, List<Mention> found, int cursor) {
    this.schema = schema;
    this.paths = paths;
    this.values = values;
    this.found = found;
    this.cursor = cursor;
  }

  /** What might stand at the cursor; empty if no name stands there. */
  List<Offer> offers() {
    return offers;
  }

  @Nullable Type typeOf(Expr expr, Scope scope) {
    Value value = values.value(expr, scope, null);
    return value == null ? null : value.type();
  }

  @Nullable Type elementOf(Expr list, Scope scope) {
    Type type = typeOf(list, scope);
    return type == null ? null : Values.elementOf(type, false);
  }

  /**
   * @param expected the type that a literal or a bare word here would take, or null
   */
  void walk(Expr expr, Scope scope, @Nullable Type expected) {
    switch (expr) {
      case Expr.And and -> and.operands().forEach(operand -> walk(operand, scope, null));
      case Expr.Or or -> or.operands().forEach(operand -> walk(operand, scope, null));
      case Expr.Not not -> walk(not.operand(), scope, null);
      case Expr.Quantified quantified -> {
        walk(quantified.list(), scope, null);
        Scope inner = inside(quantified, scope);
        if (quantified.key() != null) {
          introduce(quantified.key(), Values.keyOf(collection(quantified, scope)));
        }
        introduce(quantified.variable(), element(quantified, scope));
        if (quantified.where() != null) {
          walk(quantified.where(), inner, null);
        }
        walk(quantified.condition(), inner, null);
      }
      case Expr.Exists exists -> exists(exists, scope);
      case Expr.Binary binary -> binary(binary, scope);
      case Expr.Presence presence -> walk(presence.operand(), scope, null);
      case Expr.Known known -> walk(known.operand(), scope, null);
      case Expr.Default fallback -> {
        walk(fallback.operand(), scope, expected);
        Type type = typeOf(fallback.operand(), scope);
        walk(fallback.fallback(), scope, type == null ? expected : type);
      }
      case Expr.Count count -> walk(count.list(), scope, null);
      case Expr.Exactly exactly -> walk(exactly.operand(), scope, Type.Scalar.STRING);
      case Expr.Path path -> path(path, scope, expected);
      case Expr.Part part -> walk(part.of(), scope, null);
      case Expr.Parenthesized parenthesized -> walk(parenthesized.inner(), scope, expected);
      case Expr.ListLiteral list -> {
        Type element = expected == null ? null : Values.elementOf(expected, false);
        list.items().forEach(item -> walk(item, scope, element == null ? expected : element));
      }
      case Expr.StringLiteral _,
          Expr.BooleanLiteral _,
          Expr.NumberLiteral _,
          Expr.DateLiteral _,
          Expr.VersionLiteral _,
          Expr.RegexLiteral _,
          Expr.Missing _ -> {}
    }
  }

  private void introduce(Name name, @Nullable Type type) {
    variables.put(name.text(), name);
    found.add(new Mention(name.span(), Inspection.variable(name, type)));
  }

  private @Nullable Type element(Expr.Quantified quantified, Scope scope) {
    if (quantified.list() instanceof Expr.Path path && paths.isAllContainers(path, scope)) {
      return schema.container();
    }
    Type list = typeOf(quantified.list(), scope);
    return list == null ? null : Values.elementOf(list, quantified.key() != null);
  }

  /** What is in scope where a quantifier says what is to hold. */
  Scope inside(Expr.Quantified quantified, Scope scope) {
    Type element = element(quantified, scope);
    String key = quantified.key() == null ? null : quantified.key().text();
    variables.put(quantified.variable().text(), quantified.variable());
    return scope.with(
        Scope.Variable.of(
            scope.nextIndex(),
            key,
            quantified.variable().text(),
            element == null ? Type.Scalar.ANY : element,
            collection(quantified, scope)));
  }

  private Type collection(Expr.Quantified quantified, Scope scope) {
    Type type = typeOf(quantified.list(), scope);
    return type == null ? Type.Scalar.ANY : type;
  }

  private void exists(Expr.Exists exists, Scope scope) {
    boolean pods = exists.kind().text().equals("pod");
    found.add(
        new Mention(
            exists.kind().span(),
            pods ? new Referent.Root(Level.POD) : new Referent.Kind(exists.kind().text())));
    List<Scope.Alternative> types =
        pods ? paths.podTemplateTypes() : paths.kindTypes(List.of(exists.kind().text()));
    Name name = exists.variable();
    if (name != null) {
      introduce(name, types.isEmpty() ? null : types.getFirst().type());
    }
    if (exists.where() == null) {
      return;
    }
    if (name == null || types.isEmpty()) {
      walk(exists.where(), scope, null);
    } else {
      var variable = new Scope.Variable(name.text(), scope.nextIndex(), false, types);
      walk(exists.where(), scope.with(List.of(variable)), null);
    }
  }

  private void binary(Expr.Binary binary, Scope scope) {
    Type left = typeOf(binary.left(), scope);
    boolean rightFirst =
        !values.hasOwnType(binary.left(), scope) && values.hasOwnType(binary.right(), scope);
    walk(binary.left(), scope, rightFirst ? typeOf(binary.right(), scope) : null);
    Type element = left == null ? null : Values.elementOf(left, false);
    walk(binary.right(), scope, element == null ? left : element);
  }

  private void path(Expr.Path path, Scope scope, @Nullable Type expected) {
    Name first = path.first();
    Paths.Head head = paths.head(first.text(), scope);
    if (isAt(first)) {
      offers = new Offers(schema, paths, scope, variables).names(expected);
    }
    switch (head) {
      case null -> {
        if (path.isWord() && expected != null && isListed(first.text(), expected)) {
          found.add(new Mention(first.span(), new Referent.Listed(first.text(), expected)));
        }
      }
      case Paths.Head.Defined(Pack.Word word) ->
          found.add(
              new Mention(first.span(), new Referent.Word(word.home().name, word.declaration())));
      case Paths.Head.At(Place place) -> {
        found.add(new Mention(first.span(), referent(first, place, scope)));
        steps(path, place, scope);
      }
    }
  }

  private boolean isAt(Name name) {
    return cursor >= name.span().start() && cursor <= name.span().end();
  }

  private static boolean isListed(String text, Type type) {
    return switch (type) {
      case Type.EnumType(List<String> names) -> names.contains(text);
      case Type.Scalar scalar when Values.isCapability(scalar) ->
          text.equals("ALL") || Capability.names().contains(text);
      default -> false;
    };
  }

  private Referent referent(Name first, Place place, Scope scope) {
    String name = first.text();
    if (scope.variable(name) != null) {
      Name introduced = variables.getOrDefault(name, first);
      return Inspection.variable(introduced, place.type());
    }
    return new Offers(schema, paths, scope, variables).referent(name, place);
  }

  private void steps(Expr.Path path, Place head, Scope scope) {
    Place place = head;
    for (Expr.Step step : path.steps()) {
      Place next =
          switch (step) {
            case Expr.Step.Field(Name name, Span _) -> field(place, name, path.unchecked());
            case Expr.Step.Index index -> index(place, index);
            case Expr.Step.ComputedKey computed -> {
              for (Template.Part part : computed.key().parts()) {
                if (part instanceof Template.Part.Placeholder(Expr value, Span _)) {
                  walk(value, scope, null);
                }
              }
              yield place.key(List.of(), "");
            }
          };
      if (next == null) {
        return;
      }
      place = next;
    }
  }

  private @Nullable Place field(Place place, Name name, boolean unchecked) {
    if (isAt(name)) {
      offers = Offers.members(paths, place);
    }
    Place next = paths.step(place, name.text());
    if (next == null) {
      return unchecked ? place.unchecked(name.text()) : null;
    }
    found.add(new Mention(name.span(), Offers.member(place, name.text(), next)));
    return next;
  }

  private static @Nullable Place index(Place place, Expr.Step.Index index) {
    return switch (index.key()) {
      case Expr.StringLiteral literal -> place.key(literal.text().value());
      case Expr.NumberLiteral _ -> place.item(0);
      default -> null;
    };
  }
}
