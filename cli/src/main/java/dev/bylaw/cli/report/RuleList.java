package dev.bylaw.cli.report;

import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.SubjectText;
import dev.bylaw.engine.report.Json;
import dev.bylaw.engine.report.Severities;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.List;

/**
 * The rules of a policy, pack by pack.
 *
 * @param off the ids of rules that the configuration switches off; they are not in the policy
 */
public record RuleList(CheckedPolicy policy, List<String> off) {
  public RuleList {
    off = List.copyOf(off);
  }

  /** Id, severity, title and subject, below the name of the pack. */
  public String text(Style style) {
    int widest = policy.rules().stream().mapToInt(r -> r.id().length()).max().orElse(0);
    StringBuilder out = new StringBuilder();
    String pack = "";
    for (CheckedRule rule : policy.rules()) {
      if (!pack(rule).equals(pack)) {
        pack = pack(rule);
        out.append(out.isEmpty() ? "" : "\n");
        out.append(style.paint(Role.STRONG, Printable.of(pack))).append('\n');
      }
      out.append("  ").append(padded(rule.id(), widest)).append("  ");
      String severity = padded(rule.severity().word(), 8);
      out.append(style.paint(Severities.role(rule.severity()), severity));
      out.append("  ").append(Printable.of(rule.title()));
      String subject = "   (" + SubjectText.of(rule.subject()) + ")";
      out.append(style.paint(Role.FAINT, Printable.of(subject))).append('\n');
    }
    if (!off.isEmpty()) {
      out.append('\n').append(style.paint(Role.STRONG, "off")).append('\n');
      off.forEach(id -> out.append("  ").append(Printable.of(id)).append('\n'));
    }
    return out.toString();
  }

  /** One rule on a line. */
  public String json() {
    StringBuilder out = new StringBuilder("{\"version\": 1,\n \"rules\": [");
    String separator = "\n  ";
    for (CheckedRule rule : policy.rules()) {
      out.append(separator).append(object(rule));
      separator = ",\n  ";
    }
    out.append(policy.rules().isEmpty() ? "],\n" : "\n ],\n");
    return out.append(" \"off\": ").append(Json.array(off)).append("}\n").toString();
  }

  private static String object(CheckedRule rule) {
    return Json.object(g -> {
      g.writeStringField("id", rule.id());
      g.writeStringField("pack", pack(rule));
      g.writeStringField("severity", rule.severity().word());
      g.writeStringField("title", rule.title());
      g.writeStringField("subject", SubjectText.of(rule.subject()));
      g.writeStringField("file", rule.clause().source().name());
      g.writeNumberField("line", rule.clause().from().line());
    });
  }

  private static String pack(CheckedRule rule) {
    int slash = rule.id().lastIndexOf('/');
    return slash < 0 ? "" : rule.id().substring(0, slash);
  }

  private static String padded(String text, int width) {
    return Printable.of(text) + " ".repeat(Math.max(0, width - text.length()));
  }
}
