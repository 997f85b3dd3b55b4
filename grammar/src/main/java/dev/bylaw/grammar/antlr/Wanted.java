package dev.bylaw.grammar.antlr;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What should have come, in words.
 *
 * @param what {@code a condition}, or for a closing mark what it closes
 * @param help the remedy
 * @param closes the closing mark that is missing, or null
 * @param opens the token type of its opening mark
 */
@NullMarked
record Wanted(String what, @Nullable String help, @Nullable String closes, int opens) {

  boolean isName() {
    return what.startsWith("a name") || what.startsWith("a variable");
  }

  static Wanted of(Parser parser, RecognitionException e, @Nullable Token before) {
    ParserRuleContext context = parser.getContext();
    IntervalSet expected = e.getExpectedTokens();
    return switch (context.getRuleIndex()) {
      case BylawParser.RULE_ruleBody ->
          expected.contains(BylawParser.RBRACE)
              ? closing("}", rule(context), BylawParser.LBRACE)
              : say("`{`", "the clauses of a rule stand in braces: `rule NAME { deny … }`");
      case BylawParser.RULE_testBody ->
          expected.contains(BylawParser.RBRACE)
              ? closing("}", "the test", BylawParser.LBRACE)
              : say(
                  "`{`", "what a test expects stands in braces: `test \"…\" { given … expect … }`");
      case BylawParser.RULE_item_ -> closing("]", "the list", BylawParser.LBRACK);
      case BylawParser.RULE_primary -> primary(context, before);
      case BylawParser.RULE_step ->
          context.getStart().getType() == BylawParser.LBRACK
                  && !expected.contains(BylawParser.UNCHECKED)
              ? closing("]", "the index", BylawParser.LBRACK)
              : say("a field", null);
      case BylawParser.RULE_string -> string(before);
      case BylawParser.RULE_word, BylawParser.RULE_anyWord, BylawParser.RULE_packWord ->
          name(context, before);
      case BylawParser.RULE_words, BylawParser.RULE_subject -> subject(context);
      case BylawParser.RULE_term,
          BylawParser.RULE_expression,
          BylawParser.RULE_prefix,
          BylawParser.RULE_comparison,
          BylawParser.RULE_value ->
          expected.contains(BylawParser.UNCHECKED) ? value(before) : quantifier(expected);
      case BylawParser.RULE_fixAction -> fix(expected);
      case BylawParser.RULE_outcome ->
          expected.contains(BylawParser.APPLICABLE) && !expected.contains(BylawParser.VIOLATED)
              ? say("`applicable`", "write `not applicable`")
              : say("an outcome", "write `violated`, `passed`, `not applicable` or `waived`");
      case BylawParser.RULE_packVersion -> say("a version", "write for example `@v1.30`");
      case BylawParser.RULE_object ->
          say("the name of an object", "write `KIND NAMESPACE/NAME`, or `*` for all");
      case BylawParser.RULE_typeName ->
          expected.contains(BylawParser.OF) && !expected.contains(BylawParser.LIST)
              ? say("`of`", "write `list of TYPE`")
              : say("a type", "write a type, for example `string` or `list of string`");
      case BylawParser.RULE_path -> say("a path", "write where it stands, for example `drop`");
      case BylawParser.RULE_operator -> say("`of`", "write `any of`, or `all of` after `contains`");
      case BylawParser.RULE_comparisonTail ->
          expected.contains(BylawParser.PRESENT)
              ? say("`present` or `absent`", "to compare with a value write `==`")
              : value(before);
      case BylawParser.RULE_placeholder ->
          say("`}`", "a placeholder holds one expression, for example `{container.name}`");
      default -> mark(context, expected);
    };
  }

  private static Wanted say(String what, @Nullable String help) {
    return new Wanted(what, help, null, 0);
  }

  private static Wanted closing(String mark, String what, int opens) {
    return new Wanted(what, null, mark, opens);
  }

  private static String rule(ParserRuleContext body) {
    return body.getParent() instanceof BylawParser.Rule_Context rule && rule.anyWord() != null
        ? "rule `" + rule.anyWord().getText() + "`"
        : "the rule";
  }

  private static Wanted primary(ParserRuleContext context, @Nullable Token before) {
    return switch (context) {
      case BylawParser.ParenthesizedContext c when c.expression() != null ->
          closing(")", "the parenthesis", BylawParser.LPAREN);
      case BylawParser.WordOrCallContext c when c.expression() != null ->
          closing(")", "`" + c.word().getText() + "(`", BylawParser.LPAREN);
      case BylawParser.ListContext _ -> closing("]", "the list", BylawParser.LBRACK);
      default -> value(before);
    };
  }

  private static Wanted value(@Nullable Token before) {
    if (before == null) {
      return say("a value", null);
    }
    return switch (before.getType()) {
      case BylawParser.DENY ->
          say("a condition", "write what must not be, for example `deny hostNetwork`");
      case BylawParser.REQUIRE ->
          say("a condition", "write what must be, for example `require drop contains ALL`");
      case BylawParser.WHEN, BylawParser.WHERE ->
          say("a condition", "write a condition, for example `spec.replicas > 1`");
      case BylawParser.AND, BylawParser.OR, BylawParser.NOT ->
          say("a condition", "write the condition, or delete `" + before.getText() + "`");
      case BylawParser.COLON -> say("a condition", "write what is to hold of each");
      default -> say("a value", "write a name, a string, a number or a list in `[` and `]`");
    };
  }

  private static Wanted string(@Nullable Token before) {
    String keyword = before == null ? "" : before.getText();
    return say("a string", "write it in quotes: `" + keyword + " \"…\"`");
  }

  private static Wanted name(ParserRuleContext context, @Nullable Token before) {
    ParserRuleContext parent = context.getParent();
    if (parent instanceof BylawParser.PackWordContext) {
      parent = parent.getParent();
    }
    if (parent instanceof BylawParser.PackNameContext) {
      boolean pack =
          parent.getParent() instanceof BylawParser.PackContext
              || parent.getParent() instanceof BylawParser.UseContext
              || isIncluded(parent);
      return pack
          ? say("the name of a pack", "write words joined by `/`, for example `acme/containers`")
          : say("a rule's id", "write its pack and its name: `acme/containers/big-four`");
    }
    if (parent instanceof BylawParser.PackVersionContext) {
      return say("a version", "write for example `@v1.30`");
    }
    return switch (parent) {
      case BylawParser.SeverityContext _ ->
          say("a severity", "write `low`, `medium`, `high` or `critical`");
      case BylawParser.FieldContext _ -> say("a field", "write the name of a field");
      case BylawParser.QuantifierContext _ ->
          say("a variable", "name the element: `any c in containers: …`");
      case BylawParser.ExistenceContext _ ->
          say("a kind", "write a kind, for example `exists PodDisruptionBudget`");
      case BylawParser.WaiverContext _ ->
          say("a kind", "write whose: `waive RULE for KIND NAMESPACE/NAME`");
      case BylawParser.WordsContext words -> subject(words);
      case BylawParser.Rule_Context _ ->
          say("a name", "name the rule: `rule no-host-network { … }`");
      case BylawParser.PathContext _, BylawParser.PrimaryContext _ ->
          say("a path", "write where it stands, for example `spec.replicas`");
      case null, default ->
          say(
              "a name",
              "write a name" + (before == null ? "" : ": `" + before.getText() + " NAME`"));
    };
  }

  /** The first name after {@code include} is a pack or a rule, the others are rules. */
  private static boolean isIncluded(ParserRuleContext name) {
    return name.getParent() instanceof BylawParser.IncludeContext include
        && include.EXCEPT() == null;
  }

  private static Wanted subject(ParserRuleContext context) {
    if (context.getParent() instanceof BylawParser.NarrowingContext narrowing) {
      return narrowing.EXCEPT() != null
          ? say("a kind of container", "write `init` or `ephemeral`")
          : say("a kind", "write a kind, for example `Deployment`");
    }
    return context instanceof BylawParser.SubjectContext s && s.ANY() != null
        ? say("`resource`", "write `any resource`")
        : say("a subject", "write `container`, `pod`, a kind or `any resource`");
  }

  private static Wanted quantifier(IntervalSet expected) {
    return expected.contains(BylawParser.COLON)
        ? say("`:`", "write `:` before what is to hold: `any v in volumes: v.hostPath is present`")
        : say("`in`", "write the list: `any v in volumes: …`");
  }

  private static Wanted fix(IntervalSet expected) {
    return expected.contains(BylawParser.REMOVE)
        ? say("`remove`, `add` or `set`", "write `remove X from Y`, `add X to Y` or `set X to Y`")
        : say("`to`", "write `add X to Y` or `set X to Y`");
  }

  /** Where one mark or word is missing. */
  private static Wanted mark(ParserRuleContext context, IntervalSet expected) {
    boolean date = expected.contains(BylawParser.DATE);
    if (date) {
      return say("a date", "write a date, for example `2027-03-31`");
    }
    if (expected.contains(BylawParser.FOR)) {
      return context instanceof BylawParser.WaiverContext
          ? say("`for`", "write whose: `waive RULE for KIND NAMESPACE/NAME`")
          : say("`for`", "write whose: `define NAME for container = …`");
    }
    if (expected.contains(BylawParser.ASSIGN)) {
      return say("`=`", "write `= VALUE`");
    }
    if (expected.contains(BylawParser.COLON)) {
      return say("`:`", "write its type: `param NAME: string`");
    }
    if (expected.contains(BylawParser.BY)) {
      return say("`by`", "write `approved by \"…\"`");
    }
    return say("something else", null);
  }
}
