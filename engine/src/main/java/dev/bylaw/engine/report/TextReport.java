package dev.bylaw.engine.report;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.frame.DiagnosticFrame;
import dev.bylaw.grammar.frame.Printable;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Frames for people. A rule's third and further findings in a file are only counted, so that one
 * mistake made forty times does not hide another made once.
 */
public final class TextReport implements Report {
  private static final int SHOWN = 2;
  private static final int LINES = 8;

  private final TextSink out;
  private final TextSink diagnosticsTo;
  private final Style style;
  private final Style diagnosticStyle;
  private final boolean quiet;
  private final List<Drawn> file = new ArrayList<>();
  private final Map<String, List<Integer>> linesOfRule = new HashMap<>();
  private final List<String> diagnostics = new ArrayList<>();
  private final List<String> moreDiagnostics = new ArrayList<>();
  private final Map<String, Integer> sameDiagnostics = new HashMap<>();
  private Predicate<Finding> canMend = _ -> false;

  /** A frame; it is text already, so that the document behind it can be let go. */
  private record Drawn(String rule, String frame, boolean last) {}

  /**
   * Writes frames.
   *
   * @param diagnosticsTo where diagnostics go
   * @param quiet without warnings and summary
   */
  public TextReport(
      TextSink out, Style style, TextSink diagnosticsTo, Style diagnosticStyle, boolean quiet) {
    this.out = out;
    this.style = style;
    this.diagnosticsTo = diagnosticsTo;
    this.diagnosticStyle = diagnosticStyle;
    this.quiet = quiet;
  }

  @Override
  public void mendable(Predicate<Finding> predicate) {
    canMend = predicate;
  }

  @Override
  public void finding(Finding finding) {
    if (finding.outcome() == Finding.Outcome.BASELINED) {
      return; // The summary counts them: who has a baseline wants to see what is new.
    }
    String group = FindingFrame.word(finding) + " " + finding.ruleId();
    List<Integer> lines = linesOfRule.computeIfAbsent(group, _ -> new ArrayList<>());
    lines.add(finding.span().from().line());
    if (lines.size() <= SHOWN) {
      boolean last = lines.size() == SHOWN;
      file.add(new Drawn(group, FindingFrame.of(finding, style, canMend), last));
    }
  }

  @Override
  public void diagnostic(Diagnostic diagnostic) {
    if (!diagnostic.isError() && quiet) {
      return;
    }
    // A directory of templates says the same of each: the first are drawn, every one is named.
    int same = sameDiagnostics.merge(diagnostic.message(), 1, Integer::sum);
    if (same <= SHOWN) {
      diagnostics.add(DiagnosticFrame.of(diagnostic, diagnosticStyle));
    } else {
      moreDiagnostics.add(DiagnosticFrame.line(diagnostic));
    }
  }

  @Override
  public void endOfFile(String name) {
    draw();
  }

  private void draw() {
    for (Drawn drawn : file) {
      out.print(drawn.frame);
      List<Integer> lines = linesOfRule.getOrDefault(drawn.rule, List.of());
      if (drawn.last && lines.size() > SHOWN) {
        out.println(more(lines.subList(SHOWN, lines.size())));
      }
      out.println("");
    }
    file.clear();
    linesOfRule.clear();
  }

  /** {@code and 4 more like this, on lines 31, 44, 57 and 70}. */
  private String more(List<Integer> lines) {
    List<Integer> distinct = lines.stream().distinct().toList();
    StringBuilder text = new StringBuilder("and " + lines.size() + " more like this, on line");
    text.append(distinct.size() == 1 ? " " : "s ");
    int shown = Math.min(distinct.size(), LINES);
    for (int i = 0; i < shown; i++) {
      boolean last = i == distinct.size() - 1;
      text.append(i == 0 ? "" : last ? " and " : ", ").append(distinct.get(i));
    }
    text.append(shown < distinct.size() ? ", …" : "");
    return style.paint(Role.STRONG, text.toString());
  }

  @Override
  public void finish(Tally tally, ExitCode code) {
    draw();
    out.flush();
    diagnostics.forEach(diagnosticsTo::println);
    moreDiagnostics.forEach(diagnosticsTo::println);
    diagnosticsTo.print(moreDiagnostics.isEmpty() ? "" : "\n");
    diagnosticsTo.flush();
    if (!quiet && code != ExitCode.USAGE) {
      summary(tally);
    }
    out.flush();
  }

  private void summary(Tally tally) {
    if (!tally.unknownKinds().isEmpty()) {
      out.println(Printable.of(Summary.unknownKinds(tally)));
    }
    if (tally.checkedSomething() || tally.violated() > 0) {
      out.println(style.paint(Role.STRONG, Summary.findings(tally)));
    }
    out.print(Summary.rulesOff(tally));
    out.println(Summary.documents(tally));
  }
}
