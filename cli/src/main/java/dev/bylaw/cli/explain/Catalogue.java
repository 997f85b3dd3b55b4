package dev.bylaw.cli.explain;

import dev.bylaw.cli.Pipeline;
import dev.bylaw.cli.UsageError;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Elsewhere;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules as a page of Markdown: for each pack a section, for each rule its page, and at the end a
 * table to find a rule by what other tools call it.
 */
public final class Catalogue {
  private final StringBuilder out = new StringBuilder();

  private Catalogue() {}

  /**
   * The page.
   *
   * @param standard where the standard packs come from, if these are all of them; else null
   */
  public static String of(CheckedPolicy policy, @Nullable Pipeline standard) {
    Catalogue catalogue = new Catalogue();
    List<RulePage> pages = policy.rules().stream().map(RulePage::of).toList();
    catalogue.head(standard != null);
    Map<String, List<RulePage>> packs = new LinkedHashMap<>();
    for (RulePage page : pages) {
      packs.computeIfAbsent(packOf(page.rule().id()), _ -> new ArrayList<>()).add(page);
    }
    catalogue.contents(packs);
    if (standard != null) {
      catalogue.selections(packs, standard);
    }
    packs.forEach((pack, rules) -> catalogue.pack(pack, rules, standard != null));
    catalogue.elsewhere(pages);
    return catalogue.out.toString().stripTrailing() + "\n";
  }

  private static String packOf(String id) {
    int slash = id.lastIndexOf('/');
    return slash < 0 ? "" : id.substring(0, slash);
  }

  private void head(boolean standard) {
    line(standard ? "# The standard rules" : "# Rules");
    line("");
    if (standard) {
      line(
          "This page is made of the rules themselves: `./bylaw rules --all --format markdown >"
              + " stdlib-rules/RULES.md` renews it, and a test holds it to them.");
      line("");
    }
  }

  private void contents(Map<String, List<RulePage>> packs) {
    line("| pack | rules |");
    line("|--|--|");
    packs.forEach((pack, rules) ->
        line("| [`" + pack + "`](#" + anchor(pack) + ") | " + rules.size() + " |"));
    line("");
  }

  /** Packs that take their rules from others. */
  private void selections(Map<String, List<RulePage>> packs, Pipeline standard) {
    for (String name : standard.packs()) {
      if (packs.containsKey(name)) {
        continue;
      }
      Selection selection = Selection.of(name, standard);
      line("## " + name);
      line("");
      line("`--rules std/" + name + "` selects rules of the packs below.");
      line("");
      text(selection.prose());
      for (Selection.Group group : selection.groups()) {
        text(group.reason());
        group.rules().forEach(id -> line("- [" + id + "](#" + anchor(id) + ")"));
        line("");
      }
    }
  }

  private void text(String prose) {
    if (!prose.isBlank()) {
      prose.strip().lines().forEach(each -> line(each.stripTrailing()));
      line("");
    }
  }

  private void pack(String pack, List<RulePage> rules, boolean standard) {
    line("## " + pack);
    line("");
    if (standard) {
      line("`--rules std/" + pack + "`");
      line("");
    }
    rules.forEach(this::rule);
  }

  private void rule(RulePage page) {
    CheckedRule rule = page.rule();
    if (page.elsewhere().fault() != null) {
      throw new UsageError(
          "the names that other tools have for "
              + rule.id()
              + " cannot be read: "
              + page.elsewhere().fault(),
          "write `**Known elsewhere as:** kube-linter `…`; Checkov `…`, `…`.` as a paragraph of its"
              + " doc comment");
    }
    line("### " + rule.id());
    line("");
    line("**" + rule.title() + "** (" + rule.severity().word() + ", for " + page.subject() + ")");
    line("");
    line("```bylaw");
    if (page.when() != null) {
      line("when " + page.when());
    }
    line(page.condition());
    line("```");
    line("");
    meanings(page);
    text(page.prose());
    if (!page.elsewhere().names().isEmpty()) {
      line("Known elsewhere as " + page.elsewhere().text() + ".");
      line("");
    }
    if (!rule.references().isEmpty()) {
      rule.references().forEach(link -> line("- <" + link + ">"));
      line("");
    }
  }

  private void meanings(RulePage page) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (CheckedRule.Word word : page.rule().words()) {
      String meaning = CheckedRule.oneLine(word.meaning().text());
      String kind = word.kind() == CheckedRule.Word.Kind.PARAMETER ? " (a parameter)" : "";
      shown.put(word.name(), "- `" + word.name() + "`" + kind + ": `" + meaning + "`");
    }
    shown.values().forEach(this::line);
    if (!shown.isEmpty()) {
      line("");
    }
  }

  /** Sorted by tool, then by id. */
  private void elsewhere(List<RulePage> pages) {
    Map<Elsewhere.Name, List<String>> names =
        new TreeMap<>(
            Comparator.comparingInt((Elsewhere.Name name) -> Elsewhere.TOOLS.indexOf(name.tool()))
                .thenComparing(Elsewhere.Name::id));
    for (RulePage page : pages) {
      String id = page.rule().id();
      for (Elsewhere.Name name : page.elsewhere().names()) {
        names
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .add("[" + id + "](#" + anchor(id) + ")");
      }
    }
    if (names.isEmpty()) {
      return;
    }
    line("## By the names of other tools");
    line("");
    line("| tool | id | rules |");
    line("|--|--|--|");
    names.forEach((name, rules) ->
        line("| " + name.tool() + " | `" + name.id() + "` | " + String.join(", ", rules) + " |"));
  }

  /** As the renderers of Markdown name a heading: lower case, without slashes. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replace("/", "");
  }

  private void line(String line) {
    out.append(line).append('\n');
  }
}
