package dev.bylaw.cli.explain;

import dev.bylaw.engine.example.ExampleSearch;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.report.Severities;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of a rule in a terminal. */
public final class RulePageText {
  private static final int LABEL = 10;

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private RulePageText(Style style) {
    this.style = style;
  }

  public static String of(RulePage page, Style style) {
    RulePageText text = new RulePageText(style);
    text.page(page);
    return text.out.toString();
  }

  private void page(RulePage page) {
    CheckedRule rule = page.rule();
    out.append(style.paint(Role.STRONG, Printable.of(rule.title()))).append('\n');
    field("rule", rule.id());
    out.append(label("severity"))
        .append(style.paint(Severities.role(rule.severity()), rule.severity().word()))
        .append('\n');
    field("for", page.subject());
    if (page.when() != null) {
      field("when", page.when());
    }
    int space = page.condition().indexOf(' ');
    field(page.condition().substring(0, space), page.condition().substring(space + 1));
    page.words().forEach(word -> field("", word));
    page.fixes().forEach(fix -> field("fix", fix));
    if (!page.elsewhere().names().isEmpty()) {
      field("elsewhere", page.elsewhere().text().replace("`", ""));
    }
    field("written", page.place());
    if (!page.prose().isBlank()) {
      out.append('\n');
      Prose.wrapped(page.prose()).forEach(line -> out.append(Printable.of(line)).append('\n'));
    }
    for (CheckedRule.Example example : rule.examples()) {
      example(example.passes() ? "passes" : "fails", example.passes(), example.manifest());
    }
    ExampleSearch.Examples found = page.found();
    if (found != null) {
      example("the least that fails", false, found.violating());
      example("the least that passes", true, found.passing());
    }
    if (!rule.references().isEmpty()) {
      out.append('\n').append(style.paint(Role.STRONG, "see")).append('\n');
      rule.references().forEach(link -> out.append("  ").append(Printable.of(link)).append('\n'));
    }
  }

  private void example(String heading, boolean passes, @Nullable String manifest) {
    out.append('\n').append(style.paint(passes ? Role.ADDED : Role.DANGER, heading)).append('\n');
    String text = manifest == null ? "none was found by a search that gives up early" : manifest;
    text.stripIndent()
        .lines()
        .dropWhile(String::isBlank)
        .forEach(line -> out.append("  ").append(Printable.of(line)).append('\n'));
  }

  /** A label and a text, which goes on below itself where it is long. */
  private void field(String label, String text) {
    List<String> lines = Prose.wrapped(text);
    for (int i = 0; i < lines.size(); i++) {
      out.append(label(i == 0 ? label : "")).append(Printable.of(lines.get(i))).append('\n');
    }
  }

  private String label(String label) {
    return "  " + style.paint(Role.FAINT, label) + " ".repeat(LABEL - label.length());
  }
}
