package dev.bylaw.engine.code;

import static dev.bylaw.engine.code.Literals.constant;
import static dev.bylaw.engine.code.Literals.list;
import static dev.bylaw.engine.code.Literals.made;
import static dev.bylaw.engine.code.Literals.text;
import static dev.bylaw.engine.code.Literals.texts;

import dev.bylaw.engine.capability.CapabilitySet;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.policy.Condition;
import dev.bylaw.engine.policy.Value;
import org.jspecify.annotations.Nullable;

/**
 * Java expressions for conditions and values. They stand where {@code clause} is the span of the
 * rule's clause and {@code paths} the accesses: everything in a rule gets the clause's span, as no
 * finding points into it.
 */
final class ConditionCode {
  private static final String SPAN = "clause";

  private ConditionCode() {}

  static String ofNullable(@Nullable Condition condition) {
    return condition == null ? "null" : of(condition);
  }

  static String of(Condition condition) {
    return switch (condition) {
      case Condition.Constant c -> made("Condition.Constant", Boolean.toString(c.value()), SPAN);
      case Condition.Parametric c ->
          made("Condition.Parametric", texts(c.parameters()), of(c.condition()));
      case Condition.And c -> made("Condition.And", list(c.operands(), ConditionCode::of), SPAN);
      case Condition.Or c -> made("Condition.Or", list(c.operands(), ConditionCode::of), SPAN);
      case Condition.Not c -> made("Condition.Not", of(c.operand()), SPAN);
      case Condition.Holds c -> made("Condition.Holds", of(c.value()), SPAN);
      case Condition.Compare c ->
          made(
              "Condition.Compare",
              of(c.left()),
              constant(c.operator()),
              of(c.right()),
              "Condition." + constant(c.comparison()),
              SPAN);
      case Condition.Absent c -> made("Condition.Absent", of(c.value()), SPAN);
      case Condition.In c ->
          made(
              "Condition.In",
              of(c.value()),
              of(c.list()),
              "Condition." + constant(c.comparison()),
              SPAN);
      case Condition.Contains c ->
          made(
              "Condition.Contains",
              of(c.list()),
              constant(c.operator()),
              of(c.items()),
              "Condition." + constant(c.comparison()),
              SPAN);
      case Condition.ContainsCapability c ->
          made(
              "Condition.ContainsCapability",
              of(c.list()),
              constant(c.operator()),
              of(c.items()),
              SPAN);
      case Condition.IsCapability c ->
          made(
              "Condition.IsCapability",
              of(c.value()),
              of(c.items()),
              Boolean.toString(c.certain()),
              SPAN);
      case Condition.Like c -> made("Condition.Like", of(c.value()), text(c.glob()), SPAN);
      case Condition.Matches c -> made("Condition.Matches", of(c.value()), text(c.pattern()), SPAN);
      case Condition.Under c -> made("Condition.Under", of(c.path()), of(c.roots()), SPAN);
      case Condition.SharesCapability c ->
          made(
              "Condition.SharesCapability",
              of(c.list()),
              constant(c.operator()),
              of(c.items()),
              SPAN);
      case Condition.KnownCapability c ->
          made("Condition.KnownCapability", of(c.value()), Boolean.toString(c.known()), SPAN);
      case Condition.From c -> made("Condition.From", of(c.image()), of(c.patterns()), SPAN);
      case Condition.Quantified c ->
          made(
              "Condition.Quantified",
              constant(c.quantifier()),
              Integer.toString(c.variable()),
              c.key() == null ? "null" : text(c.key()),
              text(c.name()),
              of(c.list()),
              ofNullable(c.where()),
              of(c.condition()),
              SPAN);
      case Condition.Exists c ->
          made(
              "Condition.Exists",
              texts(c.kinds()),
              Integer.toString(c.variable()),
              text(c.name()),
              ofNullable(c.where()),
              SPAN);
      case Condition.Selects c ->
          made("Condition.Selects", of(c.selector()), of(c.labelled()), SPAN);
    };
  }

  static String of(Value value) {
    return switch (value) {
      case Value.Read read -> made("Value.Read", "paths[" + read.access().slot() + "]", SPAN);
      case Value.Constant constant ->
          made("Value.Constant", of(constant.node()), AccessCode.type(constant.type()), SPAN);
      case Value.Default choice ->
          made("Value.Default", of(choice.value()), of(choice.fallback()), SPAN);
      case Value.Part part ->
          made("Value.Part", of(part.whole()), of(part.part()), of(part.otherwise()), SPAN);
      case Value.SchemaProblems _ -> made("Value.SchemaProblems", SPAN);
      case Value.EffectiveCapabilities c ->
          made(
              "Value.EffectiveCapabilities",
              of(c.privileged()),
              of(c.add()),
              of(c.drop()),
              of(c.os()),
              SPAN);
      case Value.Count count -> made("Value.Count", of(count.list()), SPAN);
      case Value.Items items ->
          made(
              "Value.Items",
              list(items.items(), ConditionCode::of),
              AccessCode.type(items.type()),
              SPAN);
      case Value.Truth truth -> made("Value.Truth", of(truth.condition()), SPAN);
    };
  }

  private static String of(Node node) {
    return switch (node) {
      case Node.Text text -> made("Node.Text", text(text.value()), SPAN);
      case Node.Numeral number -> made("Node.Numeral", Literals.decimal(number.value()), SPAN);
      case Node.Bool bool -> made("Node.Bool", Boolean.toString(bool.value()), SPAN);
      case Node.Null _ -> made("Node.Null", SPAN);
      case Node.Sequence sequence ->
          made("Node.Sequence", list(sequence.items(), ConditionCode::of), SPAN);
      case Node.Mapping _ -> throw new IllegalArgumentException("no literal is a map");
    };
  }

  private static String of(CapabilitySet set) {
    return "CapabilitySet.of(" + texts(set.names()) + ")";
  }
}
