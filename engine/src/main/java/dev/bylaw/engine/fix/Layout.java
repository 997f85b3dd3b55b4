package dev.bylaw.engine.fix;

/** The lines of a document's text, and what stands on them. */
final class Layout {
  private final String text;

  Layout(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  char at(int offset) {
    return offset < text.length() ? text.charAt(offset) : '\n';
  }

  int lineStart(int offset) {
    int at = offset;
    while (at > 0 && !isBreak(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Where the line's break stands, or the text ends. */
  int lineEnd(int offset) {
    int at = offset;
    while (at < text.length() && !isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where the next line starts. */
  int nextLine(int offset) {
    int end = lineEnd(offset);
    return end + breakAt(end).length();
  }

  int column(int offset) {
    return offset - lineStart(offset);
  }

  /** The line end that is in use here: that of the line itself, else the first of the text. */
  String lineBreak(int offset) {
    String own = breakAt(lineEnd(offset));
    if (!own.isEmpty()) {
      return own;
    }
    String first = breakAt(lineEnd(0));
    return first.isEmpty() ? "\n" : first;
  }

  private String breakAt(int offset) {
    if (offset >= text.length()) {
      return "";
    }
    boolean pair = text.startsWith("\r\n", offset);
    return pair ? "\r\n" : text.substring(offset, offset + 1);
  }

  /** Whether nothing but spaces stands before an offset on its line. */
  boolean isFirstOnLine(int offset) {
    return isSpaces(lineStart(offset), offset);
  }

  private boolean isSpaces(int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) != ' ' && !(at == 0 && text.charAt(at) == '\ufeff')) {
        return false;
      }
    }
    return true;
  }

  /** Where the line of an offset ends, of which the rest may hold nothing but a comment. */
  int endOfLine(int offset) {
    int end = lineEnd(offset);
    int content = skipBlanks(offset);
    boolean comment = at(content) == '#' && (content > offset || offset == lineStart(offset));
    if (content < end && !comment) {
      throw new Refusal("something else stands on the line where the edit would be");
    }
    return end;
  }

  int skipBlanks(int offset) {
    int at = offset;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The next offset that is no blank, no line end and in no comment. */
  int skipToContent(int offset) {
    int at = offset;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = lineEnd(at);
      } else if (isBlank(c) || isBreak(c)) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  /** Where the value of a key may start: behind the colon. */
  int afterColon(int keyEnd) {
    int colon = skipBlanks(keyEnd);
    if (at(colon) != ':') {
      throw new Refusal("its key is written in an unusual way");
    }
    return colon + 1;
  }

  /** Whether a part of the text gives what follows it a name for aliases. */
  boolean hasAnchor(int from, int to) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '#' && (at == 0 || isBlank(text.charAt(at - 1)) || isBreak(text.charAt(at - 1)))) {
        at = lineEnd(at);
      } else if (c == '&') {
        return true;
      } else {
        at++;
      }
    }
    return false;
  }

  boolean hasComment(int from, int to) {
    return text.substring(from, to).indexOf('#') >= 0;
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
