package dev.bylaw.engine.check;

import dev.bylaw.engine.check.Conditions.Setting;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.CheckedRule.Message;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import dev.bylaw.engine.type.Type;
import dev.bylaw.engine.type.Type.Scalar;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Expr.Operator;
import dev.bylaw.grammar.tree.Expr.Quantifier;
import dev.bylaw.grammar.tree.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the placeholders of a message: each is a value of the rule's scope that is there whenever
 * the rule is broken.
 */
final class Messages {
  private final Context context;
  private final Values values;

  Messages(Context context, Values values) {
    this.context = context;
    this.values = values;
  }

  /**
   * The checked message.
   *
   * @param broken whether the condition's truth is what breaks the rule
   */
  Message message(Template template, Condition condition, boolean broken, Setting setting) {
    Scope scope = withVariables(condition, broken, setting.scope());
    Facts known =
        setting
            .known()
            .and(broken ? Facts.ifTrue(condition) : Facts.ifFalse(condition))
            .and(bodyFacts(condition, broken));
    List<Message.Part> parts = new ArrayList<>();
    for (Template.Part part : template.parts()) {
      switch (part) {
        case Template.Part.Literal literal -> parts.add(new Message.Part.Literal(literal.text()));
        case Template.Part.Placeholder placeholder -> {
          Message.Part checked =
              placeholder(template, placeholder, condition, broken, scope, known);
          if (checked != null) {
            parts.add(checked);
          }
        }
      }
    }
    return new Message(parts);
  }

  /** A value with its default: in a message a text may stand for a value of any type. */
  private @Nullable Value shown(Expr expr, Scope scope) {
    if (expr instanceof Expr.Default fallback
        && fallback.fallback() instanceof Expr.StringLiteral text) {
      Value value = shown(fallback.operand(), scope);
      return value == null
          ? null
          : new Value.Default(
              value,
              new Value.Constant(
                  new Node.Text(text.text().value(), text.span()), Scalar.STRING, text.span()),
              expr.span());
    }
    return values.value(expr, scope, null);
  }

  private Message.@Nullable Part placeholder(
      Template template,
      Template.Part.Placeholder placeholder,
      Condition condition,
      boolean broken,
      Scope scope,
      Facts known) {
    if (placeholder.value() instanceof Expr.Path path
        && path.isWord()
        && path.first().text().equals("matched")) {
      return matched(placeholder.span(), condition, broken);
    }
    Value value = shown(placeholder.value(), scope);
    if (value == null) {
      return null;
    }
    if (known.mayBeAbsent(value)) {
      String path = value.span().text();
      boolean block = template.span().text().startsWith("\"\"\"");
      String mended = path + (block ? " default \"none\"" : " default \\\"none\\\"");
      context
          .diagnostics()
          .add(
              Diagnostic.of(
                      CheckCode.ABSENT_IN_MESSAGE,
                      value.span(),
                      "`" + path + "` may be absent where this message is written",
                      "say what to write then: `{" + mended + "}`")
                  .fixes(
                      List.of(
                          new Diagnostic.Fix(
                              "Give a default",
                              List.of(new Diagnostic.Edit(value.span(), mended))))));
      return null;
    }
    return new Message.Part.Placeholder(value);
  }

  private Message.@Nullable Part matched(Span span, Condition condition, boolean broken) {
    if (!hasElements(condition, broken)) {
      context
          .diagnostics()
          .error(
              CheckCode.UNKNOWN_NAME,
              span,
              "`matched` is the element that broke the rule, and this condition looks at no"
                  + " elements",
              "name the value itself, for example `{name}`");
      return null;
    }
    return new Message.Part.Matched();
  }

  /** Whether the elements of a list are what breaks the rule. */
  static boolean hasElements(Condition condition, boolean broken) {
    return switch (condition) {
      case Condition.ContainsCapability contains -> elements(contains.operator(), broken);
      case Condition.SharesCapability shares -> elements(shares.operator(), broken);
      case Condition.Contains contains -> elements(contains.operator(), broken);
      case Condition.Quantified quantified -> broken == (quantified.quantifier() == Quantifier.ANY);
      case Condition.Parametric parametric -> hasElements(parametric.condition(), broken);
      case Condition.Not not -> hasElements(not.operand(), !broken);
      // Of parts that hold together the one with elements speaks; of the others any may.
      case Condition.And and when broken ->
          and.operands().stream().anyMatch(operand -> hasElements(operand, true));
      case Condition.And and ->
          and.operands().stream().allMatch(operand -> hasElements(operand, false));
      case Condition.Or or ->
          or.operands().stream().allMatch(operand -> hasElements(operand, broken));
      case Condition.IsCapability _,
          Condition.Constant _,
          Condition.Holds _,
          Condition.Compare _,
          Condition.Absent _,
          Condition.In _,
          Condition.Like _,
          Condition.Matches _,
          Condition.From _,
          Condition.Under _,
          Condition.KnownCapability _,
          Condition.Exists _,
          Condition.Selects _ ->
          false;
    };
  }

  private static boolean elements(Operator operator, boolean broken) {
    return broken == (operator != Operator.CONTAINS_ONLY);
  }

  /**
   * The variables that are bound in every finding: those of the quantifiers whose elements break
   * the rule.
   */
  private static Scope withVariables(Condition condition, boolean broken, Scope scope) {
    Condition.Quantified outer = breaking(condition, broken);
    Type element =
        outer == null ? null : Values.elementOf(outer.list().type(), outer.key() != null);
    if (outer == null || element == null) {
      return scope;
    }
    Scope inner =
        scope.with(
            Scope.Variable.of(
                outer.variable(), outer.key(), outer.name(), element, outer.list().type()));
    return withVariables(outer.condition(), outer.quantifier() != Quantifier.ALL, inner);
  }

  private static Facts bodyFacts(Condition condition, boolean broken) {
    Condition.Quantified outer = breaking(condition, broken);
    if (outer == null) {
      return Facts.NONE;
    }
    boolean inner = outer.quantifier() != Quantifier.ALL;
    Facts facts = inner ? Facts.ifTrue(outer.condition()) : Facts.ifFalse(outer.condition());
    Facts where = outer.where() == null ? Facts.NONE : Facts.ifTrue(outer.where());
    return facts.and(where).and(bodyFacts(outer.condition(), inner));
  }

  private static Condition.@Nullable Quantified breaking(Condition condition, boolean broken) {
    return switch (condition) {
      case Condition.Quantified quantified
          when broken == (quantified.quantifier() == Quantifier.ANY) ->
          quantified;
      case Condition.Parametric parametric -> breaking(parametric.condition(), broken);
      case Condition.Not not -> breaking(not.operand(), !broken);
      case Condition.Or or when broken -> breakingEach(or.operands(), true);
      case Condition.And and when !broken -> breakingEach(and.operands(), false);
      default -> null;
    };
  }

  /** One quantifier over several lists is a quantifier over each of them. */
  private static Condition.@Nullable Quantified breakingEach(
      List<Condition> operands, boolean broken) {
    Condition.Quantified first = breaking(operands.getFirst(), broken);
    for (Condition operand : operands) {
      Condition.Quantified other = breaking(operand, broken);
      if (first == null || other == null || !other.span().equals(first.span())) {
        return null;
      }
    }
    return first;
  }
}
