package dev.bylaw.engine.code;

import static dev.bylaw.engine.code.Literals.constant;
import static dev.bylaw.engine.code.Literals.list;
import static dev.bylaw.engine.code.Literals.made;
import static dev.bylaw.engine.code.Literals.text;
import static dev.bylaw.engine.code.Literals.texts;

import dev.bylaw.engine.policy.Access;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedRule.CheckedFix;
import dev.bylaw.engine.policy.CheckedRule.Message;
import dev.bylaw.engine.policy.Subject;
import dev.bylaw.grammar.Span;
import java.util.List;
import java.util.Map;

/**
 * Writes a Java class that makes a checked policy again, or the part of it that a pack holds. What
 * a check does not need is left out: documentation, references, examples and tests of the rules.
 *
 * <p>Every record of the policy is written by a switch without a default: a new one does not
 * compile here until somebody has thought of it. A record that changes makes the written class fail
 * to compile. So the class and the policy cannot drift apart.
 */
public final class PolicyCode {
  private PolicyCode() {}

  /**
   * The source text of a class with a method {@code policy(String pack)}, which gives null for any
   * other name.
   *
   * @param packs for each name the ids of its rules, all of which the policy holds
   */
  public static String of(
      String packageName, String className, CheckedPolicy policy, Map<String, List<String>> packs) {
    if (!policy.waivers().isEmpty()) {
      throw new IllegalArgumentException("a standard pack waives nothing");
    }
    List<String> all = policy.rules().stream().map(CheckedRule::id).toList();
    StringBuilder out = new StringBuilder();
    out.append("package ").append(packageName).append(";\n\n");
    for (String name :
        List.of(
            "dev.bylaw.engine.capability.CapabilitySet",
            "dev.bylaw.engine.manifest.Node",
            "dev.bylaw.engine.policy.*",
            "dev.bylaw.engine.policy.Access.Root",
            "dev.bylaw.engine.policy.Access.Step",
            "dev.bylaw.engine.policy.CheckedRule.CheckedFix",
            "dev.bylaw.engine.policy.CheckedRule.Message",
            "dev.bylaw.engine.policy.Subject.ContainerList",
            "dev.bylaw.engine.policy.Subject.Level",
            "dev.bylaw.engine.type.NamedType",
            "dev.bylaw.engine.type.Type",
            "dev.bylaw.engine.value.Decimal",
            "dev.bylaw.grammar.Source",
            "dev.bylaw.grammar.Span",
            "dev.bylaw.grammar.tree.Expr.Operator",
            "dev.bylaw.grammar.tree.Expr.Quantifier",
            "dev.bylaw.grammar.tree.Rule.Verdict",
            "java.util.List")) {
      out.append("import ").append(name).append(";\n");
    }
    out.append("\n/** Written by the build out of the rules: {@link dev.bylaw.engine.code}. */\n");
    out.append("public final class ").append(className).append(" {\n");
    out.append("  private ").append(className).append("() {}\n\n");
    out.append("  /** The rules of a pack; null for any other name. */\n");
    out.append("  public static CheckedPolicy policy(String pack) {\n");
    out.append("    Access[] paths = paths();\n");
    out.append("    return switch (pack) {\n");
    packs.forEach((pack, ids) ->
        out.append("      case ")
            .append(text(pack))
            .append(" -> ")
            .append(
                made(
                    "CheckedPolicy",
                    list(ids, id -> "rule" + all.indexOf(id) + "(paths)"),
                    "List.of(paths)"))
            .append(";\n"));
    out.append("      default -> null;\n    };\n  }\n\n");
    paths(policy.accesses(), out);
    for (int i = 0; i < all.size(); i++) {
      rule(policy.rules().get(i), i, out);
    }
    return out.append("}\n").toString();
  }

  private static void paths(List<Access> accesses, StringBuilder out) {
    out.append("  private static Access[] paths() {\n    return new Access[] {\n");
    for (Access access : accesses) {
      out.append("      ").append(AccessCode.of(access)).append(",\n");
    }
    out.append("    };\n  }\n");
  }

  private static void rule(CheckedRule rule, int number, StringBuilder out) {
    Span clause = rule.clause();
    String source =
        made(
            "Source",
            text(clause.source().name()),
            text(clause.text()),
            Integer.toString(clause.from().line()));
    String span = made("Span", source, "0", Integer.toString(clause.end() - clause.start()));
    String code =
        made(
            "CheckedRule",
            text(rule.id()),
            text(rule.title()),
            constant(rule.severity()),
            text(""),
            subject(rule.subject()),
            ConditionCode.ofNullable(rule.when()),
            constant(rule.verdict()),
            ConditionCode.of(rule.condition()),
            rule.message() == null ? "null" : message(rule.message()),
            list(rule.fixes(), PolicyCode::fix),
            "List.of()",
            "List.of()",
            "clause");
    out.append("\n  private static CheckedRule rule").append(number).append("(Access[] paths) {\n");
    out.append("    Span clause = ").append(span).append(";\n");
    out.append("    return ").append(code).append(";\n  }\n");
  }

  private static String subject(Subject subject) {
    return made(
        "Subject",
        constant(subject.level()),
        list(subject.containers(), Literals::constant),
        texts(subject.kinds()));
  }

  private static String message(Message message) {
    return made("Message", list(message.parts(), PolicyCode::part));
  }

  private static String part(Message.Part part) {
    return switch (part) {
      case Message.Part.Literal literal -> made("Message.Part.Literal", text(literal.text()));
      case Message.Part.Placeholder placeholder ->
          made("Message.Part.Placeholder", ConditionCode.of(placeholder.value()));
      case Message.Part.Matched() -> made("Message.Part.Matched");
    };
  }

  private static String fix(CheckedFix fix) {
    return switch (fix) {
      case CheckedFix.Remove remove ->
          made(
              "CheckedFix.Remove",
              Boolean.toString(remove.matchedOnly()),
              ConditionCode.of(remove.path()));
      case CheckedFix.Add add ->
          made("CheckedFix.Add", text(add.value()), ConditionCode.of(add.path()));
      case CheckedFix.Set set ->
          made("CheckedFix.Set", text(set.value()), ConditionCode.of(set.path()));
    };
  }
}
