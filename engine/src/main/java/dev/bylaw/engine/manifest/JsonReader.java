package dev.bylaw.engine.manifest;

import dev.bylaw.engine.value.Decimal;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON values one after another, by the rules of Go's decoder and Kubernetes' limits: strict JSON,
 * the last of two equal keys wins, whole numbers above 64 bits become doubles.
 */
final class JsonReader {
  private static final String HELP =
      "kubectl reads a file that starts with '{' as JSON; start it with '---' if it is YAML";

  private final Source source;
  private final Limits limits;
  private final String text;
  private final List<Diagnostic> warnings = new ArrayList<>();
  private final List<JsonLevel> open = new ArrayList<>();
  private int offset;

  JsonReader(Source source, Limits limits) {
    this.source = source;
    this.limits = limits;
    this.text = source.text();
  }

  /** Whether another value, or something that is none, follows. */
  boolean hasNext() {
    skipSpace();
    return offset < text.length();
  }

  /** What is odd about the values read since this was last asked. */
  List<Diagnostic> takeWarnings() {
    List<Diagnostic> taken = List.copyOf(warnings);
    warnings.clear();
    return taken;
  }

  Node next() {
    while (true) {
      Node done = start();
      while (done != null) {
        if (open.isEmpty()) {
          return done;
        }
        done = after(done);
      }
    }
  }

  /** Reads a scalar or an empty collection, or opens a collection and gives null. */
  private @Nullable Node start() {
    skipSpace();
    int from = offset;
    char c = peek();
    if (c == '{' || c == '[') {
      return open(c);
    }
    if (c == '"') {
      String value = string();
      return new Node.Text(value, new Span(source, from, offset));
    }
    return c == '-' || isDigit(c) ? number() : word();
  }

  private @Nullable Node open(char bracket) {
    if (open.size() >= limits.depth()) {
      throw new Unreadable(
          Diagnostic.of(
              ManifestCode.TOO_DEEP,
              new Span(source, offset, offset + 1),
              "maps and lists lie more than " + limits.depth() + " deep in each other here",
              null));
    }
    boolean isMap = bracket == '{';
    open.add(new JsonLevel(offset, isMap, warnings::add));
    offset++;
    skipSpace();
    if (peek() == (isMap ? '}' : ']')) {
      return close();
    }
    if (isMap) {
      key();
    }
    return null;
  }

  /** Puts a value in its place; gives null if another one follows, else what it completes. */
  private @Nullable Node after(Node done) {
    JsonLevel level = open.getLast();
    level.put(done);
    skipSpace();
    if (peek() == ',') {
      offset++;
      if (level.isMap()) {
        skipSpace();
        key();
      }
      return null;
    }
    if (peek() == level.closer()) {
      return close();
    }
    throw fault("a ',' or the '" + level.closer() + "' is missing before this");
  }

  private Node close() {
    offset++;
    JsonLevel level = open.removeLast();
    return level.finish(new Span(source, level.start(), offset));
  }

  private void key() {
    int from = offset;
    if (peek() != '"') {
      throw fault("a key in double quotes is missing before this");
    }
    String name = string();
    Span span = new Span(source, from, offset);
    skipSpace();
    if (peek() != ':') {
      throw fault("a ':' is missing before this");
    }
    offset++;
    open.getLast().key(name, span);
  }

  private String string() {
    offset++;
    StringBuilder value = new StringBuilder();
    while (peek() != '"') {
      if (peek() < ' ') {
        throw fault(
            offset >= text.length()
                ? "a string is never closed"
                : "a line break or control character cannot stand in a string");
      }
      if (peek() == '\\') {
        escape(value);
      } else {
        value.append(text.charAt(offset++));
      }
    }
    offset++;
    return value.toString();
  }

  private void escape(StringBuilder into) {
    int letter = "\"\\/bfnrt".indexOf(peek(1));
    if (letter >= 0 && peek(1) != '\0') {
      into.append("\"\\/\b\f\n\r\t".charAt(letter));
      offset += 2;
      return;
    }
    char unit = unicode(0);
    offset += 6;
    if (Character.isHighSurrogate(unit)
        && peek() == '\\'
        && peek(1) == 'u'
        && Character.isLowSurrogate(unicode(0))) {
      into.append(unit).append(unicode(0));
      offset += 6;
    } else {
      into.append(Character.isSurrogate(unit) ? '\ufffd' : unit);
    }
  }

  private char unicode(int ahead) {
    int value = 0;
    for (int i = 2; i < 6; i++) {
      char c = peek(ahead + i);
      int digit = c > 'f' ? -1 : Character.digit(c, 16);
      if (peek(ahead + 1) != 'u' || digit < 0) {
        throw fault("JSON has no such escape");
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  private Node number() {
    int from = offset;
    offset += peek() == '-' ? 1 : 0;
    int whole = offset;
    digits();
    boolean padded = text.charAt(whole) == '0' && offset > whole + 1;
    boolean integer = true;
    if (peek() == '.') {
      integer = false;
      offset++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      integer = false;
      offset++;
      offset += peek() == '+' || peek() == '-' ? 1 : 0;
      digits();
    }
    if (padded) {
      offset = from;
      throw fault("a number cannot start with a zero");
    }
    Decimal value = Numerals.json(text.substring(from, offset), integer);
    if (value == null) {
      offset = from;
      throw fault("this number is too large");
    }
    return new Node.Numeral(value, new Span(source, from, offset));
  }

  private void digits() {
    if (!isDigit(peek())) {
      throw fault("a digit is missing before this");
    }
    while (isDigit(peek())) {
      offset++;
    }
  }

  private Node word() {
    int from = offset;
    for (String word : List.of("true", "false", "null")) {
      if (text.startsWith(word, from)) {
        offset += word.length();
        Span span = new Span(source, from, offset);
        return word.equals("null") ? new Node.Null(span) : new Node.Bool(word.equals("true"), span);
      }
    }
    throw fault("a value is missing before this");
  }

  private Unreadable fault(String message) {
    int at = Math.min(offset, text.length());
    int to = Math.min(at + 1, text.length());
    return new Unreadable(
        Diagnostic.of(ManifestCode.INVALID_JSON, new Span(source, at, to), message, HELP));
  }

  private void skipSpace() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      offset++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private char peek() {
    return peek(0);
  }

  private char peek(int ahead) {
    return offset + ahead < text.length() ? text.charAt(offset + ahead) : '\0';
  }
}
