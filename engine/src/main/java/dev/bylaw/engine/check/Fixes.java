package dev.bylaw.engine.check;

import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.CheckedRule.CheckedFix;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Rule.FixAction;
import org.jspecify.annotations.Nullable;

/** Checks that a fix fits the path that it edits. */
final class Fixes {
  private final Context context;
  private final Values values;

  Fixes(Context context, Values values) {
    this.context = context;
    this.values = values;
  }

  /** The checked fix, or null after saying what is wrong with it. */
  @Nullable CheckedFix fix(FixAction action, Condition condition, boolean broken, Scope scope) {
    return switch (action) {
      case FixAction.Remove remove -> remove(remove, condition, broken, scope);
      case FixAction.Add add -> {
        Value.Read path = path(add.path(), scope);
        if (path == null) {
          yield null;
        }
        if (!(path.type() instanceof Type.ListType(Type element))) {
          bad(
              add.path(),
              "`"
                  + add.path().span().text()
                  + "` is "
                  + path.type().described()
                  + ", and only a list can be added to",
              "write `set " + add.path().span().text() + " to …`");
          yield null;
        }
        String value = yaml(values.value(add.value(), scope, element), element, add.value());
        yield value == null ? null : new CheckedFix.Add(value, path);
      }
      case FixAction.Set set -> {
        Value.Read path = path(set.path(), scope);
        if (path == null) {
          yield null;
        }
        if (!Values.isScalar(path.type())) {
          bad(
              set.path(),
              "`"
                  + set.path().span().text()
                  + "` is "
                  + path.type().described()
                  + ", and only a single value can be set",
              "set one of its fields");
          yield null;
        }
        String value =
            yaml(values.value(set.value(), scope, path.type()), path.type(), set.value());
        yield value == null ? null : new CheckedFix.Set(value, path);
      }
    };
  }

  private @Nullable CheckedFix remove(
      FixAction.Remove remove, Condition condition, boolean broken, Scope scope) {
    Value.Read path = path(remove.path(), scope);
    if (path == null) {
      return null;
    }
    if (remove.what() == null) {
      return new CheckedFix.Remove(false, path);
    }
    boolean matched =
        remove.what() instanceof Expr.Path what
            && what.isWord()
            && what.first().text().equals("matched");
    if (!matched) {
      bad(
          remove.what(),
          "only `matched`, the element that broke the rule, can be removed from a list",
          "write `remove matched from " + remove.path().span().text() + "`");
      return null;
    }
    boolean collection =
        path.type() instanceof Type.ListType || path.type() instanceof Type.MapType;
    if (!collection || !Messages.hasElements(condition, broken)) {
      bad(
          remove.what(),
          "no element of `" + remove.path().span().text() + "` breaks this rule by itself",
          "write `remove " + remove.path().span().text() + "`, or set a value");
      return null;
    }
    return new CheckedFix.Remove(true, path);
  }

  private Value.@Nullable Read path(Expr expr, Scope scope) {
    Value value = values.value(expr, scope, null);
    if (value instanceof Value.Read read) {
      if (read.access().steps().stream().anyMatch(Access.Step.ComputedKey.class::isInstance)) {
        bad(expr, "a fix edits a path that is written out", "name the key without placeholders");
        return null;
      }
      return read;
    }
    if (value != null) {
      bad(expr, "a fix edits a path of the manifest", "name a field");
    }
    return null;
  }

  private @Nullable String yaml(@Nullable Value value, Type type, Expr expr) {
    return switch (value) {
      case Value.Constant(Node.Text text, Type _, dev.bylaw.grammar.Span _) -> text.value();
      case Value.Constant(Node.Bool bool, Type _, dev.bylaw.grammar.Span _) ->
          bool.value() ? "true" : "false";
      case Value.Constant(Node.Numeral number, Type _, dev.bylaw.grammar.Span _) ->
          // A rule may write seconds as a duration, and a manifest may not.
          type == Type.Scalar.SECONDS ? number.value().toString() : number.span().text();
      case null -> null;
      default -> {
        bad(expr, "a fix writes a value that the rule itself names", "write a literal");
        yield null;
      }
    };
  }

  private void bad(Expr expr, String message, String help) {
    context.diagnostics().error(CheckCode.BAD_FIX, expr.span(), message, help);
  }
}
