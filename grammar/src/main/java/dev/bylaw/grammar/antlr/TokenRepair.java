package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.SyntaxCode;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;

/**
 * Reports the words that are wrong in themselves and puts what was meant in their place, so that
 * one mistake gives one error and the sentence around it is read all the same.
 */
@NullMarked
final class TokenRepair {
  private final Reading reading;
  private final List<CommonToken> kept = new ArrayList<>();

  private TokenRepair(Reading reading) {
    this.reading = reading;
  }

  /** All tokens of a text but those that mean nothing, the end included. */
  static List<CommonToken> tokens(Reading reading) {
    var repair = new TokenRepair(reading);
    boolean mark = reading.text().startsWith("\uFEFF");
    var lexer = new BylawLexer(new Utf16Stream(reading.text(), mark ? 1 : 0));
    lexer.removeErrorListeners();
    while (true) {
      var token = (CommonToken) lexer.nextToken();
      repair.add(token);
      if (token.getType() == Token.EOF) {
        return repair.kept;
      }
    }
  }

  private void add(CommonToken token) {
    switch (token.getType()) {
      case BylawLexer.UNTERMINATED_STRING ->
          unterminated(token, BylawLexer.STRING, SyntaxCode.UNTERMINATED_STRING);
      case BylawLexer.UNTERMINATED_BLOCK ->
          unterminated(token, BylawLexer.BLOCK, SyntaxCode.UNTERMINATED_BLOCK);
      case BylawLexer.UNTERMINATED_REGEX ->
          unterminated(token, BylawLexer.REGEX, SyntaxCode.UNTERMINATED_REGEX);
      case BylawLexer.SINGLE_QUOTED, BylawLexer.CURLY_QUOTED -> foreignQuotes(token);
      case BylawLexer.STRAY_QUOTE ->
          drop(token, SyntaxCode.FOREIGN_QUOTE, "a text is written in double quotes");
      case BylawLexer.FOREIGN_OPERATOR -> foreignOperator(token);
      case BylawLexer.FOREIGN_COMMENT -> foreignComment(token);
      case BylawLexer.FOREIGN_SPACE -> {}
      case BylawLexer.FOREIGN_WORD -> foreignWord(token);
      case BylawLexer.ARITHMETIC -> {
        drop(
            token,
            SyntaxCode.STRAY_CHARACTER,
            "there is no arithmetic; compare the values themselves");
        kept.add(token);
      }
      case BylawLexer.STRAY -> stray(token);
      default -> kept.add(token);
    }
  }

  private void keepAs(CommonToken token, int type) {
    token.setType(type);
    kept.add(token);
  }

  private void drop(CommonToken token, SyntaxCode code, String help) {
    reading.report(code, reading.span(token), "`" + shown(token) + "` means nothing here", help);
  }

  private void unterminated(CommonToken token, int type, SyntaxCode code) {
    int start = token.getStartIndex();
    switch (code) {
      case UNTERMINATED_STRING -> {
        int end = trimmed(token);
        reading.report(
            code,
            reading.span(start, end),
            "unterminated string",
            "close it with `\"` on the same line; a text of several lines stands in `\"\"\"`");
      }
      case UNTERMINATED_BLOCK ->
          reading.report(
              code,
              reading.span(start, start + 3),
              "unterminated block of text",
              "close it with `\"\"\"` on a line of its own");
      default ->
          reading.report(
              code,
              reading.span(start, trimmed(token)),
              "unterminated regular expression",
              "close it with `/`; a slash inside is written `\\/`");
    }
    keepAs(token, type);
  }

  private int trimmed(CommonToken token) {
    int end = token.getStopIndex() + 1;
    while (end > token.getStartIndex() + 1 && reading.text().charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  private void foreignQuotes(CommonToken token) {
    String text = token.getText();
    String content = text.substring(1, text.length() - 1);
    String meant = "\"" + content + "\"";
    if (content.indexOf('"') >= 0 || content.indexOf('\\') >= 0) {
      reading.report(
          SyntaxCode.FOREIGN_QUOTE,
          reading.span(token),
          "a text is written in double quotes",
          "write it in `\"`, with `\\\"` for a quote inside");
    } else {
      reading.report(
          SyntaxCode.FOREIGN_QUOTE,
          reading.span(token),
          "a text is written in double quotes",
          "write `" + meant + "`",
          meant);
    }
    keepAs(token, BylawLexer.STRING);
  }

  private void foreignOperator(CommonToken token) {
    String text = token.getText();
    String meant =
        switch (text) {
          case "&&", "&" -> "and";
          case "||", "|" -> "or";
          case "!" -> "not";
          case "===" -> "==";
          case "=<" -> "<=";
          case "=>" -> ">=";
          case "=~" -> "matches";
          case "!~" -> "not matches";
          default -> "!=";
        };
    replace(token, meant);
    switch (meant) {
      case "and" -> keepAs(token, BylawLexer.AND);
      case "or" -> keepAs(token, BylawLexer.OR);
      case "not" -> keepAs(token, BylawLexer.NOT);
      case "==" -> keepAs(token, BylawLexer.EQUAL);
      case "<=" -> keepAs(token, BylawLexer.AT_MOST);
      case ">=" -> keepAs(token, BylawLexer.AT_LEAST);
      case "!=" -> keepAs(token, BylawLexer.NOT_EQUAL);
      default -> keepAs(token, BylawLexer.MATCHES);
    }
  }

  private void replace(CommonToken token, String meant) {
    boolean word = Character.isLetter(meant.charAt(0));
    int end = token.getStopIndex() + 1;
    boolean touches = word && end < reading.text().length() && reading.text().charAt(end) > ' ';
    reading.report(
        SyntaxCode.FOREIGN_OPERATOR,
        reading.span(token),
        "there is no operator `" + shown(token) + "`",
        "write `" + meant + "`",
        meant + (touches ? " " : ""));
  }

  private void foreignComment(CommonToken token) {
    int start = token.getStartIndex();
    Span mark = reading.span(start, start + 2);
    String help = "a comment starts with `#` and ends with its line";
    if (token.getText().startsWith("//")) {
      reading.report(SyntaxCode.FOREIGN_COMMENT, mark, "`//` starts no comment", "write `#`", "#");
    } else {
      reading.report(SyntaxCode.FOREIGN_COMMENT, mark, "`/*` starts no comment", help);
    }
  }

  private void foreignWord(CommonToken token) {
    String symbol =
        switch (token.getText()) {
          case "\u2264" -> "<=";
          case "\u2265" -> ">=";
          case "\u2260" -> "!=";
          default -> "";
        };
    if (!symbol.isEmpty()) {
      replace(token, symbol);
      keepAs(
          token,
          symbol.equals("<=")
              ? BylawLexer.AT_MOST
              : symbol.equals(">=") ? BylawLexer.AT_LEAST : BylawLexer.NOT_EQUAL);
    } else if (ForeignLetters.report(reading, token)) {
      keepAs(token, Keywords.typeOf(token.getText()));
    }
  }

  private void stray(CommonToken token) {
    char c = token.getText().charAt(0);
    switch (c) {
      case ';' ->
          reading.report(
              SyntaxCode.STRAY_CHARACTER,
              reading.span(token),
              "`;` means nothing here",
              "leave it out: a clause ends where the next begins",
              "");
      case '%' ->
          drop(token, SyntaxCode.STRAY_CHARACTER, "a percentage is written as a string: `\"25%\"`");
      default -> {
        if (c > ' ' && c < 0x7F) {
          drop(token, SyntaxCode.STRAY_CHARACTER, "leave it out, or write it in a string");
        }
      }
    }
  }

  private static String shown(CommonToken token) {
    return token.getText();
  }
}
