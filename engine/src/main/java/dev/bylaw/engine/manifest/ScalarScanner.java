package dev.bylaw.engine.manifest;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/** Plain and quoted scalars, as go-yaml v2 scans them; block scalars are {@link BlockScanner}'s. */
final class ScalarScanner {
  private final YamlText text;
  private boolean endedOnNewLine;

  ScalarScanner(YamlText text) {
    this.text = text;
  }

  /** Whether the last plain scalar ran into a new line, where a simple key may start. */
  boolean endedOnNewLine() {
    return endedOnNewLine;
  }

  Token block(boolean literal, int indent) {
    return new BlockScanner(text, literal, indent).scan();
  }

  Token plain(int parentIndent, boolean flow) {
    int indent = parentIndent + 1;
    int start = text.offset();
    Mark startMark = text.mark();
    int end = start;
    StringBuilder value = new StringBuilder();
    Whitespace whitespace = new Whitespace(text);
    while (!text.isDocumentIndicator('-') && !text.isDocumentIndicator('.') && text.peek() != '#') {
      while (!text.separates(0) && !endsPlain(flow)) {
        whitespace.flushTo(value);
        text.read(value);
        end = text.offset();
      }
      if (!text.isBlank() && !text.isBreak()) {
        break;
      }
      while (text.isBlank() || text.isBreak()) {
        if (whitespace.hasBreak() && text.column() < indent && text.isTab()) {
          throw text.unreadable(
              text.offset(),
              "a tab cannot stand here: indentation is made of spaces",
              "replace the tab by spaces");
        }
        whitespace.take();
      }
      if (!flow && text.column() < indent) {
        break;
      }
    }
    endedOnNewLine = whitespace.hasBreak();
    return new ScalarToken(
        value.toString(), true, startMark, Marks.mark(end, start), ScalarStyle.PLAIN);
  }

  private boolean endsPlain(boolean flow) {
    char c = text.peek();
    return (c == ':' && text.separates(1)) || (flow && ",?[]{}".indexOf(c) >= 0);
  }

  Token quoted(boolean single) {
    int start = text.offset();
    Mark startMark = text.mark();
    text.skip();
    char quote = single ? '\'' : '"';
    StringBuilder value = new StringBuilder();
    Whitespace whitespace = new Whitespace(text);
    while (true) {
      if (text.isDocumentIndicator('-') || text.isDocumentIndicator('.') || text.atEnd()) {
        throw text.fault(start, start + 1, "this quote is never closed", null);
      }
      while (!text.separates(0)) {
        if (single && text.peek() == '\'' && text.peek(1) == '\'') {
          value.append('\'');
          text.skip();
          text.skip();
        } else if (text.peek() == quote) {
          break;
        } else if (!single && text.peek() == '\\' && YamlText.isBreak(text.peek(1))) {
          text.skip();
          text.skipBreak();
          whitespace.escapedBreak();
          break;
        } else if (!single && text.peek() == '\\') {
          new EscapeScanner(text).scan(value);
        } else {
          text.read(value);
        }
      }
      if (text.peek() == quote) {
        break;
      }
      while (text.isBlank() || text.isBreak()) {
        whitespace.take();
      }
      whitespace.flushTo(value);
    }
    text.skip();
    return new ScalarToken(
        value.toString(),
        false,
        startMark,
        text.mark(start),
        single ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED);
  }
}
