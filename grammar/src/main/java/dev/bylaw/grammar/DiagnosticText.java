package dev.bylaw.grammar;

import dev.bylaw.grammar.Diagnostic.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A diagnostic as people read it: what is wrong, the place in its line, and the remedy.
 *
 * <p>It is made of lines and parts, so that a terminal can colour the parts; {@link #text} is the
 * same without colour. Nothing in it can steer a terminal.
 */
public final class DiagnosticText {
  private final List<Line> lines = new ArrayList<>();
  private final Diagnostic diagnostic;
  private final int gutter;

  /** What a part of a line is, to be coloured by. */
  public enum Style {
    /** {@code error[BY0101]} and the marks under the primary place. */
    SEVERITY,
    MESSAGE,
    /** File names, line numbers and the frame. */
    FRAME,
    SOURCE,
    /** Marks and labels of related places. */
    RELATED,
    HELP
  }

  public record Part(Style style, String text) {}

  public record Line(List<Part> parts) {
    public Line {
      parts = List.copyOf(parts);
    }

    public String text() {
      return parts.stream().map(Part::text).collect(Collectors.joining());
    }
  }

  private DiagnosticText(Diagnostic diagnostic) {
    this.diagnostic = diagnostic;
    int widest = digits(diagnostic.primary());
    for (Label label : diagnostic.related()) {
      widest = Math.max(widest, digits(label));
    }
    this.gutter = widest + 1;
  }

  public static List<Line> lines(Diagnostic diagnostic) {
    var text = new DiagnosticText(diagnostic);
    text.head();
    text.places();
    text.foot();
    return List.copyOf(text.lines);
  }

  /** All lines, each with its line break. */
  public static String text(Diagnostic diagnostic) {
    return lines(diagnostic).stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }

  private static int digits(Label label) {
    return Integer.toString(label.span().from().line()).length();
  }

  private void head() {
    String severity = diagnostic.severity().word() + "[" + diagnostic.code().id() + "]";
    line(
        new Part(Style.SEVERITY, severity),
        new Part(Style.MESSAGE, ": " + Visible.text(diagnostic.message())));
  }

  /** The primary place first, then the others of its file in order, then other files. */
  private void places() {
    Label primary = diagnostic.primary();
    Source source = primary.span().source();
    location("-->", primary.span());
    if (source.text().isEmpty()) {
      return;
    }
    List<Label> here = new ArrayList<>();
    List<Label> elsewhere = new ArrayList<>();
    here.add(primary);
    for (Label label : diagnostic.related()) {
      (label.span().source() == source ? here : elsewhere).add(label);
    }
    here.sort(Comparator.comparingInt(label -> label.span().start()));
    snippets(here);
    for (Label label : elsewhere) {
      location(":::", label.span());
      snippets(List.of(label));
    }
  }

  private void location(String arrow, Span span) {
    Position at = span.from();
    String place = Visible.text(span.source().name()) + ":" + at.line() + ":" + at.column();
    line(new Part(Style.FRAME, spaces(gutter) + arrow + " "), new Part(Style.FRAME, place));
  }

  private void snippets(List<Label> labels) {
    bar();
    int last = -1;
    for (Label label : labels) {
      int number = label.span().from().line();
      SourceLine source = SourceLine.of(label.span());
      if (last >= 0 && number > last + 1) {
        line(new Part(Style.FRAME, "..."));
      }
      if (number != last) {
        String shown = Integer.toString(number);
        String start = spaces(gutter - shown.length()) + shown + " | ";
        line(new Part(Style.FRAME, start), new Part(Style.SOURCE, source.text()));
      }
      marks(label, source);
      last = number;
    }
  }

  private void marks(Label label, SourceLine source) {
    boolean primary = label.equals(diagnostic.primary());
    StringBuilder marks = new StringBuilder(spaces(source.indent()));
    for (int i = 0; i < source.width(); i++) {
      marks.append(primary ? '^' : '-');
    }
    if (!label.text().isEmpty()) {
      marks.append(' ').append(Visible.text(label.text()));
    }
    line(
        new Part(Style.FRAME, spaces(gutter + 1) + "| "),
        new Part(primary ? Style.SEVERITY : Style.RELATED, marks.toString()));
  }

  private void foot() {
    String help = diagnostic.help();
    if (help != null) {
      bar();
      line(
          new Part(Style.FRAME, spaces(gutter + 1) + "= "),
          new Part(Style.HELP, "help: " + Visible.text(help)));
    }
  }

  private void bar() {
    line(new Part(Style.FRAME, spaces(gutter + 1) + "|"));
  }

  private void line(Part... parts) {
    lines.add(new Line(List.of(parts)));
  }

  private static String spaces(int count) {
    StringBuilder spaces = new StringBuilder();
    for (int i = 0; i < count; i++) {
      spaces.append(' ');
    }
    return spaces.toString();
  }
}
