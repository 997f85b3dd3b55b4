package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.SyntaxCode;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;

/**
 * Finds characters that make a file look different from what it means: those that reorder or hide
 * text, and those that no text should hold.
 */
@NullMarked
final class CharacterScan {
  private CharacterScan() {}

  /** Reports them all; the tokens tell what is inside a string or a comment. */
  static void scan(Reading reading, List<CommonToken> tokens) {
    String text = reading.text();
    int token = 0;
    for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (in(c, ' ', 0x7E) || c == '\n' || c == '\r' || c == '\t') {
        continue;
      }
      int code = text.codePointAt(i);
      while (token < tokens.size() && tokens.get(token).getStopIndex() < i) {
        token++;
      }
      boolean quoted =
          token < tokens.size()
              && tokens.get(token).getStartIndex() <= i
              && isQuoted(tokens.get(token).getType());
      Span span = reading.span(i, i + Character.charCount(code));
      report(reading, code, span, quoted);
      i += Character.charCount(code) - 1;
    }
  }

  private static void report(Reading reading, int code, Span span, boolean quoted) {
    if (isBidirectional(code)) {
      reading.report(
          SyntaxCode.BIDIRECTIONAL_CHARACTER,
          span,
          name(code)
              + " changes the direction of text, so that the file reads differently from what it means",
          "delete it",
          "");
    } else if (isControl(code)) {
      reading.report(
          SyntaxCode.CONTROL_CHARACTER,
          span,
          name(code) + " is a control character and may not stand in a rule file",
          "delete it",
          "");
    } else if (!quoted && isSpace(code)) {
      reading.report(
          SyntaxCode.INVISIBLE_CHARACTER,
          span,
          name(code) + " is a space of another kind",
          "write an ordinary space",
          " ");
    } else if (!quoted && isInvisible(code)) {
      reading.report(
          SyntaxCode.INVISIBLE_CHARACTER, span, name(code) + " is invisible", "delete it", "");
    }
  }

  /** Whether this scan reports the character wherever it is part of a word. */
  static boolean isReported(int code) {
    return isBidirectional(code) || isControl(code) || isSpace(code) || isInvisible(code);
  }

  /** {@code U+202E}. */
  static String name(int code) {
    var hex = new StringBuilder("U+");
    for (int shift = code > 0xFFFFF ? 20 : code > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4) {
      hex.append("0123456789ABCDEF".charAt(code >> shift & 0xF));
    }
    return hex.toString();
  }

  private static boolean isQuoted(int type) {
    return switch (type) {
      case BylawLexer.STRING,
          BylawLexer.BLOCK,
          BylawLexer.REGEX,
          BylawLexer.DOC,
          BylawLexer.COMMENT,
          Token.EOF ->
          true;
      default -> false;
    };
  }

  private static boolean isBidirectional(int c) {
    return in(c, 0x202A, 0x202E)
        || in(c, 0x2066, 0x2069)
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }

  private static boolean isControl(int c) {
    return c < ' '
        || in(c, 0x7F, 0x9F)
        || c == 0x2028
        || c == 0x2029
        || in(c, 0xD800, 0xDFFF)
        || in(c, 0xFFF9, 0xFFFB)
        || (c & 0xFFFE) == 0xFFFE;
  }

  private static boolean isSpace(int c) {
    return c == 0xA0
        || c == 0x1680
        || in(c, 0x2000, 0x200A)
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  private static boolean isInvisible(int c) {
    return c == 0xAD
        || c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || in(c, 0x180B, 0x180F)
        || in(c, 0x200B, 0x200D)
        || in(c, 0x2060, 0x2064)
        || in(c, 0x206A, 0x206F)
        || c == 0x3164
        || in(c, 0xFE00, 0xFE0F)
        || c == 0xFEFF
        || c == 0xFFA0
        || in(c, 0xE0000, 0xE0FFF);
  }

  private static boolean in(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
