package dev.bylaw.engine.report;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Elsewhere;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that results refer to, in the order in which they were first met. */
final class SarifRules {
  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private final List<Finding> first = new ArrayList<>();

  /** The index of the finding's rule. */
  int indexOf(Finding finding) {
    Integer known = indexes.putIfAbsent(finding.ruleId(), first.size());
    if (known != null) {
      return known;
    }
    first.add(finding);
    return first.size() - 1;
  }

  void write(JsonWriter g) {
    for (Finding finding : first) {
      g.writeStartObject();
      write(finding, g);
      g.writeEndObject();
    }
  }

  private static void write(Finding finding, JsonWriter g) {
    CheckedRule rule = finding.rule();
    g.writeStringField("id", finding.ruleId());
    g.writeStringField("name", finding.ruleId());
    String title = rule == null ? "A value that the API server cannot read" : rule.title();
    SarifReport.text("shortDescription", title, g);
    SarifReport.text("fullDescription", title, g);
    String link = rule == null ? null : link(rule);
    if (link != null) {
      g.writeStringField("helpUri", link);
    }
    g.writeObjectFieldStart("help");
    g.writeStringField("text", rule == null ? title : plain(rule));
    g.writeStringField("markdown", rule == null ? title : markdown(rule));
    g.writeEndObject();
    g.writeObjectFieldStart("defaultConfiguration");
    g.writeStringField("level", Levels.sarif(finding.severity()));
    g.writeEndObject();
    g.writeObjectFieldStart("properties");
    g.writeStringField("precision", "very-high");
    g.writeStringField("security-severity", Levels.score(finding.severity()));
    Json.texts("tags", List.of("security", "kubernetes"), g);
    g.writeEndObject();
  }

  private static @org.jspecify.annotations.Nullable String link(CheckedRule rule) {
    return rule.references().stream()
        .filter(reference -> reference.startsWith("https://"))
        .findFirst()
        .orElse(null);
  }

  private static String plain(CheckedRule rule) {
    String prose = Elsewhere.in(rule.documentation()).rest().strip();
    String clause = CheckedRule.oneLine(rule.clause().text());
    return (prose.isEmpty() ? "" : prose + "\n\n") + "Rule: " + clause;
  }

  private static String markdown(CheckedRule rule) {
    StringBuilder page = new StringBuilder();
    String prose = Elsewhere.in(rule.documentation()).rest().strip();
    page.append(prose.isEmpty() ? "" : prose + "\n\n");
    page.append("```\n").append(rule.clause().text().strip()).append("\n```\n\n");
    page.append("`bylaw explain ").append(rule.id()).append("` tells more.\n");
    rule.references().forEach(reference -> page.append("\n- <").append(reference).append('>'));
    return page.toString().stripTrailing();
  }
}
