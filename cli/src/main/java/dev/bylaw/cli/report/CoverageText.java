package dev.bylaw.cli.report;

import dev.bylaw.cli.report.TestRun.Share;
import dev.bylaw.engine.coverage.RuleCoverage;
import dev.bylaw.engine.coverage.RuleCoverage.Item;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Frame;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of what tests tried of each rule, and a frame for each place of which they did not. */
record CoverageText(List<RuleCoverage> rules) {
  private static final String HAS = "has ";

  String of(Style style, boolean quiet) {
    ShareTable table = new ShareTable("coverage");
    rules.forEach(rule -> table.row(rule.rule().id(), new Share(rule.seen(), rule.total())));
    StringBuilder out = new StringBuilder(table.text(TestRun.covered(rules), style, quiet));
    rules.forEach(rule -> missing(rule, style, out));
    return out.append('\n').toString();
  }

  private static void missing(RuleCoverage rule, Style style, StringBuilder out) {
    Map<Span, List<Item>> byPlace = new LinkedHashMap<>();
    for (Item item : rule.items()) {
      if (!item.seen()) {
        byPlace.computeIfAbsent(item.span(), _ -> new ArrayList<>()).add(item);
      }
    }
    byPlace.forEach((span, items) -> {
      Frame frame = new Frame(style, span.from().line());
      frame.title(Role.WARNING, "untried", rule.rule().id(), sentence(items));
      frame.place(span, "").bar().excerpt(span, 0, Role.WARNING, "");
      out.append('\n').append(frame);
    });
  }

  /** Of a part that is neither true nor false in any test, that is said. */
  private static String sentence(List<Item> items) {
    List<String> wanted = new ArrayList<>();
    boolean unreached = items.stream().filter(RuleCoverage.Part.class::isInstance).count() > 1;
    if (unreached) {
      wanted.add("gets as far as this");
    }
    for (Item item : items) {
      if (!unreached || !(item instanceof RuleCoverage.Part)) {
        boolean again = !wanted.isEmpty() && item.wanted().startsWith(HAS);
        wanted.add(again ? item.wanted().substring(HAS.length()) : item.wanted());
      }
    }
    int last = wanted.size() - 1;
    return "no test "
        + (last == 0
            ? wanted.getFirst()
            : String.join(", ", wanted.subList(0, last)) + " or " + wanted.get(last));
  }
}
