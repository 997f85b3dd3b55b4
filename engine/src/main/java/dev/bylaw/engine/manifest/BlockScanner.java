package dev.bylaw.engine.manifest;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/** One literal or folded block scalar, as go-yaml v2 scans it. */
final class BlockScanner {
  private final YamlText text;
  private final boolean literal;
  private final int parentIndent;
  private final int start;
  private final StringBuilder trailingBreaks = new StringBuilder();
  private int indent;
  private Mark end;

  /** What becomes of the line breaks at the end. */
  private enum Chomping {
    STRIP,
    CLIP,
    KEEP
  }

  private Chomping chomping = Chomping.CLIP;

  BlockScanner(YamlText text, boolean literal, int parentIndent) {
    this.text = text;
    this.literal = literal;
    this.parentIndent = parentIndent;
    this.start = text.offset();
    this.end = text.mark();
  }

  Token scan() {
    Mark startMark = text.mark();
    header();
    StringBuilder value = new StringBuilder();
    StringBuilder leadingBreak = new StringBuilder();
    breaks();
    boolean leadingBlank = false;
    while (text.column() == indent && !text.atEnd()) {
      boolean trailingBlank = text.isBlank();
      boolean folds =
          !literal
              && !leadingBlank
              && !trailingBlank
              && !leadingBreak.isEmpty()
              && leadingBreak.charAt(0) == '\n';
      if (!folds) {
        value.append(leadingBreak);
      } else if (trailingBreaks.isEmpty()) {
        value.append(' ');
      }
      leadingBreak.setLength(0);
      value.append(trailingBreaks);
      trailingBreaks.setLength(0);
      leadingBlank = text.isBlank();
      while (!text.isBreakOrEnd()) {
        text.read(value);
      }
      text.readBreak(leadingBreak);
      breaks();
    }
    if (chomping != Chomping.STRIP) {
      value.append(leadingBreak);
    }
    if (chomping == Chomping.KEEP) {
      value.append(trailingBreaks);
    }
    ScalarStyle style = literal ? ScalarStyle.LITERAL : ScalarStyle.FOLDED;
    return new ScalarToken(value.toString(), false, startMark, end, style);
  }

  private void header() {
    text.skip();
    int increment = 0;
    if (text.peek() == '+' || text.peek() == '-') {
      chomping();
      increment = increment();
    } else if (text.isDigit()) {
      increment = increment();
      if (text.peek() == '+' || text.peek() == '-') {
        chomping();
      }
    }
    text.skipBlanks();
    text.skipComment();
    if (!text.isBreakOrEnd()) {
      throw text.fault(
          text.offset(),
          text.offset() + 1,
          "the text of a block scalar starts on the line after the '" + indicator() + "'",
          null);
    }
    text.skipBreak();
    indent = increment == 0 ? 0 : Math.max(parentIndent, 0) + increment;
  }

  private char indicator() {
    return literal ? '|' : '>';
  }

  private void chomping() {
    chomping = text.peek() == '+' ? Chomping.KEEP : Chomping.STRIP;
    text.skip();
  }

  private int increment() {
    if (!text.isDigit()) {
      return 0;
    }
    int digit = text.peek() - '0';
    if (digit == 0) {
      throw text.fault(
          start, text.offset() + 1, "the indentation of a block scalar cannot be 0", null);
    }
    text.skip();
    return digit;
  }

  /** Takes indentation and empty lines, and finds the indentation where the header gives none. */
  private void breaks() {
    end = text.mark(start);
    int deepest = 0;
    while (true) {
      while ((indent == 0 || text.column() < indent) && text.isSpace()) {
        text.skip();
      }
      deepest = Math.max(deepest, text.column());
      if ((indent == 0 || text.column() < indent) && text.isTab()) {
        throw text.unreadable(
            text.offset(),
            "a tab cannot stand here: indentation is made of spaces",
            "replace the tab by spaces");
      }
      if (!text.isBreak()) {
        break;
      }
      text.readBreak(trailingBreaks);
      end = text.mark(start);
    }
    if (indent == 0) {
      indent = Math.max(Math.max(deepest, parentIndent + 1), 1);
    }
  }
}
