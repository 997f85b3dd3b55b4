package dev.bylaw.cli.fix;

import dev.bylaw.cli.fix.LineDiff.Line;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What changes in a file, as {@code patch} and {@code git apply} take it. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final Style style;
  private final UnaryOperator<String> shown;
  private final StringBuilder out = new StringBuilder();

  private UnifiedDiff(Style style, UnaryOperator<String> shown) {
    this.style = style;
    this.shown = shown;
  }

  /**
   * The difference between two texts.
   *
   * @param name the path of the file
   * @param shown makes of a line what a terminal may show; of a patch it must change nothing
   */
  public static String of(
      String name, String before, String after, Style style, UnaryOperator<String> shown) {
    UnifiedDiff diff = new UnifiedDiff(style, shown);
    boolean absolute = name.startsWith("/");
    String plain = name.startsWith("./") ? name.substring(2) : name;
    diff.painted(Role.STRONG, "--- " + (absolute ? "" : "a/") + plain + "\n");
    diff.painted(Role.STRONG, "+++ " + (absolute ? "" : "b/") + plain + "\n");
    diff.hunks(LineDiff.of(lines(before), lines(after)));
    return diff.out.toString();
  }

  /** With their line ends, so that these are compared too. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(at, next));
      at = next;
    }
    return lines;
  }

  private void hunks(List<Line> lines) {
    int at = 0;
    int oldLine = 1;
    int newLine = 1;
    while (at < lines.size()) {
      int change = nextChange(lines, at);
      if (change == lines.size()) {
        return;
      }
      int from = Math.max(at, change - CONTEXT);
      oldLine += from - at;
      newLine += from - at;
      int to = end(lines, change);
      List<Line> hunk = lines.subList(from, to);
      int gone = (int) hunk.stream().filter(line -> line.sign() != '+').count();
      int come = (int) hunk.stream().filter(line -> line.sign() != '-').count();
      painted(Role.NOTICE, "@@ -" + range(oldLine, gone) + " +" + range(newLine, come) + " @@\n");
      hunk.forEach(this::line);
      oldLine += gone;
      newLine += come;
      at = to;
    }
  }

  private static int nextChange(List<Line> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).sign() == ' ') {
      at++;
    }
    return at;
  }

  /** Where a hunk ends: changes with little between them belong together. */
  private static int end(List<Line> lines, int change) {
    int last = change;
    for (int at = change; at < lines.size() && at <= last + 2 * CONTEXT; at++) {
      last = lines.get(at).sign() == ' ' ? last : at;
    }
    return Math.min(lines.size(), last + 1 + CONTEXT);
  }

  private static String range(int line, int count) {
    return (count == 0 ? line - 1 : line) + (count == 1 ? "" : "," + count);
  }

  private void line(Line line) {
    boolean ended = line.text().endsWith("\n");
    String text = ended ? line.text().substring(0, line.text().length() - 1) : line.text();
    String row = line.sign() + shown.apply(text);
    switch (line.sign()) {
      case '+' -> painted(Role.ADDED, row + "\n");
      case '-' -> painted(Role.DANGER, row + "\n");
      default -> out.append(row).append('\n');
    }
    if (!ended) {
      out.append("\\ No newline at end of file\n");
    }
  }

  private void painted(Role role, String row) {
    out.append(style.paint(role, row.substring(0, row.length() - 1))).append('\n');
  }
}
