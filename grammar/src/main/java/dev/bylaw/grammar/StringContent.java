package dev.bylaw.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a string literal means, and where in the file each character of that comes from.
 *
 * <p>{@code "…"} resolves its escapes. {@code """…"""} has none: its text is taken as it is, with
 * the indentation common to its lines (that of the closing quotes included), the first line break
 * and CR removed.
 *
 * @param value the text meant
 * @param problems the places of escapes that mean nothing
 */
public record StringContent(String value, Offsets offsets, List<Span> problems) {

  /** Reads a literal with its quotes; the closing ones may be missing at the end. */
  public static StringContent of(Span literal) {
    return of(
        literal.text(), Offsets.identity(literal.source()).part(literal.start(), literal.end()));
  }

  /**
   * Reads a literal that is itself part of another one: {@code place} tells where it is written.
   */
  public static StringContent of(String raw, Offsets place) {
    var content = new Content(raw.length());
    if (raw.startsWith("\"\"\"")) {
      content.block(raw);
    } else {
      content.line(raw);
    }
    List<Span> problems = new ArrayList<>();
    for (int[] problem : content.problems) {
      problems.add(place.span(problem[0], problem[1]));
    }
    return new StringContent(
        content.value.toString(), content.offsets(raw, place), List.copyOf(problems));
  }

  /** Where the part of {@link #value} from {@code start} to {@code end} is written. */
  public Span span(int start, int end) {
    return offsets.span(start, end);
  }

  private static final class Content {
    private final StringBuilder value = new StringBuilder();
    private final List<int[]> problems = new ArrayList<>();
    private int[] from;
    private int[] to;

    Content(int capacity) {
      from = new int[capacity];
      to = new int[capacity];
    }

    private void add(char c, int start, int end) {
      if (value.length() == from.length) {
        from = Arrays.copyOf(from, from.length * 2 + 1);
        to = Arrays.copyOf(to, to.length * 2 + 1);
      }
      from[value.length()] = start;
      to[value.length()] = end;
      value.append(c);
    }

    Offsets offsets(String raw, Offsets place) {
      int[] starts = new int[value.length()];
      int[] ends = new int[value.length()];
      for (int i = 0; i < value.length(); i++) {
        Span span = place.span(from[i], to[i]);
        starts[i] = span.start();
        ends[i] = span.end();
      }
      int quotes = Math.min(raw.startsWith("\"\"\"") ? 3 : 1, raw.length());
      return Offsets.of(place.span(quotes, quotes), starts, ends);
    }

    void line(String raw) {
      char close = closing(raw);
      int at = 1;
      while (at < raw.length() && raw.charAt(at) != close) {
        at = raw.charAt(at) == '\\' && close == '"' ? escape(raw, at) : plain(raw, at);
      }
    }

    private static char closing(String raw) {
      return switch (raw.isEmpty() ? '"' : raw.charAt(0)) {
        case '"' -> '"';
        case '\u00AB' -> '\u00BB';
        default -> raw.charAt(raw.length() - 1);
      };
    }

    private int plain(String raw, int at) {
      add(raw.charAt(at), at, at + 1);
      return at + 1;
    }

    private int escape(String raw, int at) {
      char kind = at + 1 < raw.length() ? raw.charAt(at + 1) : 0;
      switch (kind) {
        case '"', '\\' -> add(kind, at, at + 2);
        case 'n' -> add('\n', at, at + 2);
        case 't' -> add('\t', at, at + 2);
        case 'u' -> {
          return unicode(raw, at);
        }
        default -> {
          int end = Math.min(at + 2, raw.length());
          problems.add(new int[] {at, end});
          return end;
        }
      }
      return at + 2;
    }

    /** {@code \}{@code u{1F600}}. */
    private int unicode(String raw, int at) {
      int close = raw.indexOf('}', at);
      boolean braced = at + 2 < raw.length() && raw.charAt(at + 2) == '{' && close > 0;
      int code = braced ? hex(raw, at + 3, close) : -1;
      if (code < 0) {
        int end = braced ? close + 1 : Math.min(at + 2, raw.length());
        problems.add(new int[] {at, end});
        return end;
      }
      for (char unit : Character.toChars(code)) {
        add(unit, at, close + 1);
      }
      return close + 1;
    }

    /** The code point, or -1 where it is none. Bidirectional and other controls are none here. */
    private static int hex(String raw, int start, int end) {
      int code = 0;
      for (int i = start; i < end; i++) {
        int digit = Character.digit(raw.charAt(i), 16);
        if (digit < 0 || raw.charAt(i) > 'f' || code > 0x10FFFF) {
          return -1;
        }
        code = code * 16 + digit;
      }
      boolean surrogate = code >= 0xD800 && code <= 0xDFFF;
      boolean valid = end > start && code <= 0x10FFFF && !surrogate;
      return valid ? code : -1;
    }

    void block(String raw) {
      boolean closed = raw.length() >= 6 && raw.endsWith("\"\"\"");
      int end = raw.length() - (closed ? 3 : 0);
      int first = afterBlankLine(raw, 3, end);
      String indent = first == 3 ? "" : indentation(raw, first, end);
      int textEnd = beforeBlanks(raw, first, end);
      int at = first;
      boolean lineStart = first > 3;
      while (at < textEnd) {
        char c = raw.charAt(at);
        if (lineStart) {
          at = skipIndent(raw, at, end, indent.length());
          lineStart = false;
        } else if (c == '\r' && at + 1 < end && raw.charAt(at + 1) == '\n') {
          add('\n', at, at + 2);
          at += 2;
          lineStart = true;
        } else {
          add(c == '\r' ? '\n' : c, at, at + 1);
          at++;
          lineStart = c == '\n' || c == '\r';
        }
      }
    }

    /** The start of the second line if the first is blank, else {@code start}. */
    private static int afterBlankLine(String raw, int start, int end) {
      int at = start;
      while (at < end && isBlank(raw.charAt(at))) {
        at++;
      }
      if (at >= end || (raw.charAt(at) != '\n' && raw.charAt(at) != '\r')) {
        return start;
      }
      boolean pair = raw.charAt(at) == '\r' && at + 1 < end && raw.charAt(at + 1) == '\n';
      return at + (pair ? 2 : 1);
    }

    /** The closing quotes may be indented further than the text; that is none of the text. */
    private static int beforeBlanks(String raw, int first, int end) {
      int at = end;
      while (at > first && isBlank(raw.charAt(at - 1))) {
        at--;
      }
      boolean line = at == first || raw.charAt(at - 1) == '\n' || raw.charAt(at - 1) == '\r';
      return line ? at : end;
    }

    /** The longest whitespace that every line with text, and the closing line, begins with. */
    private static String indentation(String raw, int first, int end) {
      String common = null;
      int at = first;
      while (at <= end) {
        int lineEnd = at;
        while (lineEnd < end && raw.charAt(lineEnd) != '\n' && raw.charAt(lineEnd) != '\r') {
          lineEnd++;
        }
        int text = at;
        while (text < lineEnd && isBlank(raw.charAt(text))) {
          text++;
        }
        if (text < lineEnd || lineEnd == end) {
          String own = raw.substring(at, text);
          common = common == null ? own : commonStart(common, own);
        }
        at = lineEnd + 1;
      }
      return common == null ? "" : common;
    }

    private static String commonStart(String a, String b) {
      int n = 0;
      while (n < a.length() && n < b.length() && a.charAt(n) == b.charAt(n)) {
        n++;
      }
      return a.substring(0, n);
    }

    private static int skipIndent(String raw, int at, int end, int width) {
      int skipped = at;
      while (skipped < end && skipped < at + width && isBlank(raw.charAt(skipped))) {
        skipped++;
      }
      return skipped;
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t';
    }
  }
}
