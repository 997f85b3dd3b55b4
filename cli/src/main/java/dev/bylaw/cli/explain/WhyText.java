package dev.bylaw.cli.explain;

import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.explain.Explanation.Outcome;
import dev.bylaw.engine.explain.Trace;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.SubjectText;
import dev.bylaw.engine.report.WaiverText;
import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Why a rule decided as it did, for a person: a tree for each subject that it looked at. */
public final class WhyText {
  private static final int LABEL = 9;
  private static final int NAMED = 3;

  private final Style style;
  private final UnaryOperator<Span> places;
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final Map<String, List<String>> others = new LinkedHashMap<>();

  public WhyText(Style style) {
    this(style, place -> place);
  }

  private WhyText(Style style, UnaryOperator<Span> places) {
    this.style = style;
    this.places = places;
  }

  /** Why a rule did not come to what a test expects of it, for a few of its subjects. */
  public static String of(TestResult.Account account, Style style) {
    WhyText text = new WhyText(style, account.places());
    StringBuilder out = new StringBuilder();
    account.subjects().stream().limit(NAMED).forEach(why -> out.append(text.explanation(why)));
    int more = account.subjects().size() - NAMED;
    out.append(text.unasked());
    return out.append(more > 0 ? "and " + more + " more like this\n\n" : "").toString();
  }

  /** What the rule says, before anything that it decided. */
  public String title(CheckedRule rule) {
    Span clause = rule.clause();
    return style.paint(Role.STRONG, Printable.of(rule.id() + ": " + rule.title()))
        + "\n"
        + style.paint(
            Role.FAINT,
            Printable.of(
                rule.severity().word()
                    + ", for "
                    + SubjectText.of(rule.subject())
                    + "   ("
                    + clause.source().name()
                    + ":"
                    + clause.from().line()
                    + ")"))
        + "\n\n";
  }

  /** One subject; one that the rule has nothing to say about is kept for the end. */
  public String explanation(Explanation why) {
    counts.merge(why.outcome(), 1, Integer::sum);
    if (why.reason() != null && why.when() == null && why.complaints().isEmpty()) {
      others
          .computeIfAbsent(why.reason().sentence(), _ -> new ArrayList<>())
          .add(trail(why.subject()));
      return "";
    }
    StringBuilder out = new StringBuilder();
    Role role = role(why.outcome());
    out.append(style.paint(role, why.outcome().word()));
    out.append(style.paint(Role.STRONG, ": " + Printable.of(trail(why.subject())))).append('\n');
    Span span = places.apply(why.subject().span());
    Position from = span.from();
    out.append(style.paint(Role.GUTTER, " -->")).append(' ');
    out.append(Printable.of(span.source().name()));
    out.append(':').append(from.line()).append(':').append(from.column()).append('\n');
    TraceTree tree = new TraceTree(style, role, why.subject(), places);
    tree("when", why.when(), tree, out);
    boolean deny = why.rule().verdict() == Verdict.DENY;
    tree(deny ? "deny" : "require", why.condition(), tree, out);
    if (why.reason() != null) {
      remark("because", why.reason().sentence(), out);
    }
    remarks("found", why.findings(), out);
    remarks("wrong", why.complaints(), out);
    if (why.waiver() != null) {
      remark("waiver", WaiverText.withPlace(why.waiver()), out);
    }
    return out.append('\n').toString();
  }

  /** What the rule does not look at, by the reason, and how often it came to what. */
  public String end() {
    List<String> parts = new ArrayList<>();
    counts.forEach((outcome, count) -> parts.add(count + " " + outcome.word()));
    String sum = parts.isEmpty() ? "there is nothing to explain here" : String.join(", ", parts);
    return unasked() + style.paint(Role.STRONG, sum) + "\n";
  }

  private String unasked() {
    StringBuilder out = new StringBuilder();
    others.forEach((reason, subjects) -> {
      out.append(style.paint(Role.FAINT, Outcome.NOT_APPLICABLE.word()));
      out.append(": ").append(Printable.of(reason)).append('\n');
      String named = String.join(", ", subjects.stream().limit(NAMED).toList());
      int more = subjects.size() - NAMED;
      String rest = more > 0 ? " and " + more + " more" : "";
      out.append("  ").append(Printable.of(named + rest)).append('\n');
    });
    return out.append(others.isEmpty() ? "" : "\n").toString();
  }

  private void tree(String label, @Nullable Trace trace, TraceTree tree, StringBuilder out) {
    if (trace != null) {
      String first = style.paint(Role.STRONG, label) + " ".repeat(LABEL - label.length());
      tree.of(trace).draw("  " + first, "  " + " ".repeat(LABEL), out);
    }
  }

  private void remarks(String label, List<Finding> findings, StringBuilder out) {
    findings.stream()
        .map(finding -> finding.message() + line(finding))
        .distinct()
        .forEach(text -> remark(label, text, out));
  }

  private void remark(String label, String text, StringBuilder out) {
    out.append("  ").append(style.paint(Role.STRONG, label));
    out.append(" ".repeat(LABEL - label.length())).append(Printable.of(text)).append('\n');
  }

  private String line(Finding finding) {
    return "   (line " + places.apply(finding.span()).from().line() + ")";
  }

  /** {@code DaemonSet kube-system/cilium › containers[cilium-agent]}. */
  private static String trail(Explanation.Place place) {
    Resource resource = place.resource();
    String kind = resource.kind().isEmpty() ? "object" : resource.kind();
    String name = resource.name() == null ? "(unnamed)" : resource.name();
    String object =
        kind + " " + (resource.namespace() == null ? "" : resource.namespace() + "/") + name;
    if (place.list() == null) {
      return object;
    }
    String index = place.path().substring(place.path().lastIndexOf('[') + 1);
    String container =
        place.container() == null ? index.substring(0, index.length() - 1) : place.container();
    return object + " › " + place.list().field() + "[" + container + "]";
  }

  private static Role role(Outcome outcome) {
    return switch (outcome) {
      case VIOLATED -> Role.ALARM;
      case WAIVED -> Role.WARNING;
      case PASSED -> Role.ADDED;
      case NOT_APPLICABLE -> Role.NOTICE;
    };
  }
}
