package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/**
 * A document's text and a place in it, with go-yaml v2's ideas of characters and lines.
 *
 * <p>Offsets count UTF-16 units, columns and distances count code points as go-yaml does. CR, NEL,
 * LS and PS end a line: {@code # note<NEL>hostNetwork: true} sets {@code hostNetwork}. The text
 * always ends with a line break, for kubectl adds one.
 */
final class YamlText {
  private final Source source;
  private final String text;
  private final List<Span> comments = new ArrayList<>();
  private int offset;
  private int index;
  private int line;
  private int column;

  YamlText(Source source) {
    this.source = source;
    String written = source.text();
    this.text = written.endsWith("\n") ? written : written + "\n";
    if (peek() == '\ufeff') {
      offset = 1;
    }
  }

  /** The character {@code ahead} units from here, or NUL after the end. */
  char peek(int ahead) {
    int at = offset + ahead;
    return at < text.length() ? text.charAt(at) : '\0';
  }

  char peek() {
    return peek(0);
  }

  boolean atEnd() {
    return offset >= text.length();
  }

  int offset() {
    return offset;
  }

  int index() {
    return index;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  boolean isSpace() {
    return peek() == ' ';
  }

  boolean isTab() {
    return peek() == '\t';
  }

  boolean isBlank() {
    return peek() == ' ' || peek() == '\t';
  }

  boolean isBreak() {
    return isBreak(peek());
  }

  boolean isBreakOrEnd() {
    return isBreak() || atEnd();
  }

  /** Whether what stands {@code ahead} units from here separates tokens: blank, break or end. */
  boolean separates(int ahead) {
    char c = peek(ahead);
    return c == ' ' || c == '\t' || c == '\0' || isBreak(c);
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /** A letter of an anchor, a tag handle or a directive. */
  boolean isWord() {
    char c = peek();
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit() || c == '_' || c == '-';
  }

  boolean isDigit() {
    return peek() >= '0' && peek() <= '9';
  }

  /** Whether a line starts here with {@code ---} or {@code ...} and nothing sticks to it. */
  boolean isDocumentIndicator(char c) {
    return column == 0 && peek() == c && peek(1) == c && peek(2) == c && separates(3);
  }

  void skip() {
    if (Character.isHighSurrogate(peek()) && Character.isLowSurrogate(peek(1))) {
      offset++;
    }
    offset++;
    index++;
    column++;
  }

  void skipBlanks() {
    while (isBlank()) {
      skip();
    }
  }

  void skipComment() {
    if (peek() == '#') {
      int from = offset;
      while (!isBreakOrEnd()) {
        skip();
      }
      if (CommentWords.mayAddress(text, from, offset)) {
        comments.add(span(from, offset));
      }
    }
  }

  /** The comments so far that may be meant for Bylaw. */
  List<Span> comments() {
    return comments;
  }

  void skipBreak() {
    int width = breakWidth();
    if (width > 0) {
      offset += width;
      index += width;
      line++;
      column = 0;
    }
  }

  void read(StringBuilder into) {
    int from = offset;
    skip();
    into.append(text, from, offset);
  }

  /** Takes a line break; CR, CR LF and NEL become LF, LS and PS stay what they are. */
  void readBreak(StringBuilder into) {
    if (isBreak()) {
      into.append(peek() == '\u2028' || peek() == '\u2029' ? peek() : '\n');
      skipBreak();
    }
  }

  /**
   * kubectl strips CR LF line ends before it parses, so that CR CR LF is one break to the parser.
   */
  private int breakWidth() {
    if (!isBreak()) {
      return 0;
    }
    if (peek() != '\r') {
      return 1;
    }
    if (peek(1) == '\n') {
      return 2;
    }
    return peek(1) == '\r' && peek(2) == '\n' ? 3 : 1;
  }

  /** A mark of SnakeYAML's for this place, see {@link Marks}. */
  Mark mark(int tokenStart) {
    return Marks.mark(offset, tokenStart);
  }

  Mark mark() {
    return mark(offset);
  }

  Span span(int from, int to) {
    int end = source.text().length();
    return new Span(source, Math.min(from, end), Math.min(Math.max(from, to), end));
  }

  /**
   * The first text at or after an offset that is no blank, comment or document indicator, up to the
   * end of its line; null if there is none.
   */
  @Nullable Span content(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean lineStart = at == 0 || isBreak(text.charAt(at - 1));
      if (c == '#') {
        at = lineEnd(at);
      } else if (c == ' ' || c == '\t' || c == '\ufeff' || isBreak(c)) {
        at++;
      } else if (lineStart && (text.startsWith("---", at) || text.startsWith("...", at))) {
        at += 3;
      } else {
        return span(at, lineEnd(at));
      }
    }
    return null;
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  boolean isBracket(int at) {
    return text.charAt(at) == '[' || text.charAt(at) == '{';
  }

  /** The span of what stands at an offset, up to the next blank or break. */
  Span word(int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) > ' ' && !isBreak(text.charAt(to))) {
      to++;
    }
    return span(from, to);
  }

  /** Moves an end to the left until something other than blanks and breaks stands before it. */
  int trimmed(int start, int end) {
    int to = Math.min(end, text.length());
    while (to > start && (text.charAt(to - 1) <= ' ' || isBreak(text.charAt(to - 1)))) {
      to--;
    }
    return to;
  }

  /** A fault from an offset up to the place reached, or to the end of its first line. */
  Unreadable unreadable(int from, String message, @Nullable String help) {
    return fault(from, Math.min(Math.max(from + 1, offset), lineEnd(from)), message, help);
  }

  Unreadable fault(int from, int to, String message, @Nullable String help) {
    return new Unreadable(Diagnostic.of(ManifestCode.INVALID_YAML, span(from, to), message, help));
  }
}
