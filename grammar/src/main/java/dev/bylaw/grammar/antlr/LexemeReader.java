package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexeme.Kind;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;

/** Reads words and marks as they are written, wrong ones included. */
@NullMarked
public final class LexemeReader {
  private LexemeReader() {}

  public static List<Lexeme> read(Source source) {
    boolean mark = source.text().startsWith("\uFEFF");
    var lexer = new BylawLexer(new Utf16Stream(source.text(), mark ? 1 : 0));
    lexer.removeErrorListeners();
    List<Lexeme> lexemes = new ArrayList<>();
    boolean joined = false;
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      int type = token.getType();
      if (type != BylawLexer.FOREIGN_SPACE) {
        var span = new Span(source, token.getStartIndex(), token.getStopIndex() + 1);
        lexemes.add(new Lexeme(joined && isWord(type) ? Kind.NAME : kind(type), span));
      }
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        joined = type == BylawLexer.DOT || type == BylawLexer.SLASH;
      }
    }
    return lexemes;
  }

  /** The keywords stand together at the top of the grammar. */
  private static boolean isWord(int type) {
    return type >= BylawLexer.PACK && type <= BylawLexer.FALSE;
  }

  private static Kind kind(int type) {
    if (isWord(type)) {
      return Kind.KEYWORD;
    }
    return switch (type) {
      case BylawLexer.DOC -> Kind.DOC;
      case BylawLexer.COMMENT -> Kind.COMMENT;
      case BylawLexer.IDENT, BylawLexer.DIGIT_WORD, BylawLexer.OBJECT -> Kind.NAME;
      case BylawLexer.NUMBER -> Kind.NUMBER;
      case BylawLexer.DATE -> Kind.DATE;
      case BylawLexer.VERSION -> Kind.VERSION;
      case BylawLexer.STRING -> Kind.STRING;
      case BylawLexer.BLOCK -> Kind.BLOCK;
      case BylawLexer.REGEX -> Kind.REGEX;
      case BylawLexer.EQUAL,
          BylawLexer.NOT_EQUAL,
          BylawLexer.AT_MOST,
          BylawLexer.AT_LEAST,
          BylawLexer.LESS,
          BylawLexer.GREATER,
          BylawLexer.ASSIGN ->
          Kind.OPERATOR;
      case BylawLexer.LBRACE,
          BylawLexer.RBRACE,
          BylawLexer.LPAREN,
          BylawLexer.RPAREN,
          BylawLexer.LBRACK,
          BylawLexer.RBRACK,
          BylawLexer.COMMA,
          BylawLexer.COLON,
          BylawLexer.DOT,
          BylawLexer.OF_VERSION,
          BylawLexer.SLASH ->
          Kind.PUNCTUATION;
      default -> Kind.WRONG;
    };
  }
}
