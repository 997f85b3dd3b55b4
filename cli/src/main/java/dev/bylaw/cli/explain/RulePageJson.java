package dev.bylaw.cli.explain;

import dev.bylaw.engine.example.ExampleSearch;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Elsewhere;
import dev.bylaw.engine.report.JsonWriter;
import java.util.List;

/** The pages of rules for a machine. */
public final class RulePageJson {
  private RulePageJson() {}

  /** One page on a line. */
  public static String of(List<RulePage> pages) {
    List<String> lines = pages.stream().map(RulePageJson::page).toList();
    return "{\"version\": 1,\n \"rules\": [\n  " + String.join(",\n  ", lines) + "\n ]}\n";
  }

  private static String page(RulePage page) {
    CheckedRule rule = page.rule();
    return JsonWriter.object(g -> {
      g.writeStringField("id", rule.id());
      g.writeStringField("severity", rule.severity().word());
      g.writeStringField("title", rule.title());
      g.writeStringField("subject", page.subject());
      g.writeStringField("when", page.when());
      g.writeStringField("condition", page.condition());
      texts("words", page.words(), g);
      g.writeStringField("documentation", page.prose());
      texts("fixes", page.fixes(), g);
      texts("references", rule.references(), g);
      g.writeArrayFieldStart("elsewhere");
      for (Elsewhere.Name name : page.elsewhere().names()) {
        g.writeStartObject();
        g.writeStringField("tool", name.tool());
        g.writeStringField("id", name.id());
        g.writeEndObject();
      }
      g.writeEndArray();
      g.writeArrayFieldStart("examples");
      for (CheckedRule.Example example : rule.examples()) {
        g.writeStartObject();
        g.writeBooleanField("passes", example.passes());
        g.writeStringField("manifest", example.manifest());
        g.writeEndObject();
      }
      g.writeEndArray();
      ExampleSearch.Examples found = page.found();
      if (found != null) {
        g.writeObjectFieldStart("found");
        g.writeStringField("violating", found.violating());
        g.writeStringField("passing", found.passing());
        g.writeEndObject();
      }
      g.writeStringField("file", rule.clause().source().name());
      g.writeNumberField("line", rule.clause().from().line());
    });
  }

  private static void texts(String name, List<String> texts, JsonWriter g) {
    g.writeArrayFieldStart(name);
    for (String text : texts) {
      g.writeString(text);
    }
    g.writeEndArray();
  }
}
