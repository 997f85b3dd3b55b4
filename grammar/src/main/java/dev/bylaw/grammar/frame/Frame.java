package dev.bylaw.grammar.frame;

import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.frame.Style.Role;
import java.util.List;

/**
 * What is to be said of one place in a source, drawn line by line. Every text given to it is made
 * printable here, so that no caller can forget it.
 */
public final class Frame {
  /** Cells of a source line that are shown; a longer line is cut to a window around the mark. */
  private static final int WINDOW = 110;

  /** Cells that stay visible before a mark that lies beyond the window. */
  private static final int LEAD = 40;

  private final StringBuilder out = new StringBuilder();
  private final Style style;
  private final String margin;

  /**
   * An empty frame.
   *
   * @param lastLine the greatest line number that will be drawn
   */
  public Frame(Style style, int lastLine) {
    this.style = style;
    this.margin = " ".repeat(Integer.toString(lastLine).length() + 1);
  }

  /** {@code critical[capabilities/big-four]: container `agent` adds SYS_ADMIN}. */
  public Frame title(Role role, String word, String name, String message) {
    out.append(style.paint(role, word + "[" + Printable.of(name) + "]"));
    out.append(style.paint(Role.STRONG, ": " + Printable.of(message))).append('\n');
    return this;
  }

  /**
   * {@code --> deploy/agent.yaml:27:17}, and what is to be found there, if that is worth saying.
   */
  public Frame place(Span span, String trail) {
    Position from = span.from();
    out.append(margin.substring(1)).append(style.paint(Role.GUTTER, "-->")).append(' ');
    out.append(Printable.of(span.source().name()));
    out.append(':').append(from.line()).append(':').append(from.column());
    if (!trail.isEmpty()) {
      out.append("   ").append(style.paint(Role.FAINT, Printable.of(trail)));
    }
    out.append('\n');
    return this;
  }

  /** The name of a file of which there is no text to show. */
  public Frame file(String name) {
    out.append(margin.substring(1)).append(style.paint(Role.GUTTER, "-->")).append(' ');
    out.append(Printable.of(name)).append('\n');
    return this;
  }

  /** An empty line of the gutter. */
  public Frame bar() {
    out.append(margin).append(style.paint(Role.GUTTER, "|")).append('\n');
    return this;
  }

  /** The span's first line, up to {@code before} lines before it, carets below it, and a note. */
  public Frame excerpt(Span span, int before, Role role, String note) {
    Source source = span.source();
    Position from = span.from();
    Position until = span.until();
    Cells marked = new Cells(source.line(from.line()));
    int start = marked.at(from.column() - 1);
    int end = until.line() == from.line() ? marked.at(until.column() - 1) : marked.width();
    int left = marked.width() > WINDOW && start > WINDOW - LEAD ? start - LEAD : 0;
    for (int line = Math.max(source.firstLine(), from.line() - before);
        line < from.line();
        line++) {
      numbered(line, new Cells(source.line(line)), left);
    }
    numbered(from.line(), marked, left);
    int shift = start - left + (left > 0 ? 1 : 0);
    int carets = Math.max(1, Math.min(end, left + WINDOW) - start);
    out.append(margin).append(style.paint(Role.GUTTER, "|")).append(' ').append(" ".repeat(shift));
    String text = "^".repeat(carets) + (note.isEmpty() ? "" : " " + Printable.of(note));
    out.append(style.paint(role, text)).append('\n');
    return this;
  }

  /** Lines between the ones shown are left out. */
  public Frame gap() {
    out.append(style.paint(Role.GUTTER, "...")).append('\n');
    return this;
  }

  /** One line of the source. */
  public Frame line(Source source, int number) {
    numbered(number, new Cells(source.line(number)), 0);
    return this;
  }

  /** Lines that are to be written, with the indentation they need. */
  public Frame added(List<String> lines) {
    return signed("+ ", lines, Role.ADDED);
  }

  /** Lines that are to go. */
  public Frame removed(List<String> lines) {
    return signed("- ", lines, Role.DANGER);
  }

  private Frame signed(String sign, List<String> lines, Role role) {
    for (String line : lines) {
      String shown = new Cells(line).between(0, WINDOW);
      out.append(margin).append(style.paint(role, sign + shown)).append('\n');
    }
    return this;
  }

  /** {@code = help: …} below the excerpt. */
  public Frame remark(String word, String text) {
    out.append(margin).append(style.paint(Role.GUTTER, "=")).append(' ');
    out.append(style.paint(Role.STRONG, word + ":")).append(' ').append(Printable.of(text));
    out.append('\n');
    return this;
  }

  private void numbered(int number, Cells cells, int left) {
    String digits = Integer.toString(number);
    out.append(" ".repeat(margin.length() - 1 - digits.length()));
    out.append(style.paint(Role.GUTTER, digits + " |"));
    boolean more = cells.width() > left + WINDOW;
    String text = cells.between(left, left + WINDOW);
    if (!text.isEmpty() || left > 0) {
      out.append(' ').append(left > 0 ? "…" : "").append(text).append(more ? "…" : "");
    }
    out.append('\n');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
