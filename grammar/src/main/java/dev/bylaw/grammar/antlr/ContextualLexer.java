package dev.bylaw.grammar.antlr;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;

/**
 * Knows the places where characters mean something else: a slash where a value begins opens a
 * regular expression (anywhere else it joins the words of a pack's name), the object that a waiver
 * names is written as Kubernetes writes it, with dots and digits, and {@code @} means something
 * only behind the name of a pack that is used or included.
 */
@NullMarked
abstract class ContextualLexer extends Lexer {
  /** How far a waiver has been read. */
  private enum Waiver {
    NONE,
    RULE,
    KIND,
    OBJECT,
    AFTER_OBJECT,
    CONTAINER
  }

  private Waiver waiver = Waiver.NONE;
  private int last = Token.EOF;
  private boolean lastIsName;
  private boolean inPackName;

  protected ContextualLexer(CharStream input) {
    super(input);
  }

  @Override
  public Token nextToken() {
    int next = skipSpace();
    boolean object = waiver == Waiver.OBJECT || waiver == Waiver.CONTAINER;
    if (next == '/' && beginsValue()) {
      mode(BylawLexer.REGULAR_EXPRESSION);
    } else if (object && (isLetterOrDigit(next) || next == '*')) {
      mode(BylawLexer.OBJECT_NAME);
    } else {
      mode(DEFAULT_MODE);
    }
    return super.nextToken();
  }

  @Override
  public void emit(Token token) {
    super.emit(token);
    if (token.getChannel() == Token.DEFAULT_CHANNEL) {
      if (token.getType() == BylawLexer.OBJECT) {
        asClause(token);
      }
      boolean name = takesName(last) && !lastIsName;
      if (token.getType() == BylawLexer.OF_VERSION && !inPackName) {
        ((CommonToken) token).setType(BylawLexer.STRAY);
      }
      inPackName = staysInPackName(token.getType(), name);
      waiver = follow(token.getType(), name);
      last = token.getType();
      lastIsName = name;
    }
  }

  /** After {@code =} and in a list two slashes are a comment of another language. */
  private boolean beginsValue() {
    return switch (last) {
      case BylawLexer.MATCHES -> !lastIsName;
      case BylawLexer.ASSIGN, BylawLexer.LBRACK, BylawLexer.COMMA, BylawLexer.LPAREN ->
          _input.LA(2) != '/' && _input.LA(2) != '*';
      default -> false;
    };
  }

  /** Lines are counted by the source and not here, so white space need not be seen. */
  private int skipSpace() {
    int next = _input.LA(1);
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
      _input.consume();
      next = _input.LA(1);
    }
    return next;
  }

  private boolean staysInPackName(int type, boolean name) {
    boolean opens = type == BylawLexer.USE || type == BylawLexer.INCLUDE;
    return (opens && !name) || (inPackName && (type == BylawLexer.SLASH || name));
  }

  private Waiver follow(int type, boolean name) {
    if (type == BylawLexer.WAIVE && !name) {
      return Waiver.RULE;
    }
    return switch (waiver) {
      case NONE, CONTAINER -> Waiver.NONE;
      case RULE ->
          type == BylawLexer.FOR && !name
              ? Waiver.KIND
              : type == BylawLexer.LBRACE || type == BylawLexer.STRING ? Waiver.NONE : Waiver.RULE;
      case KIND -> Waiver.OBJECT;
      case OBJECT -> isObject(type) ? Waiver.AFTER_OBJECT : Waiver.NONE;
      case AFTER_OBJECT ->
          type == BylawLexer.SLASH
              ? Waiver.OBJECT
              : type == BylawLexer.CONTAINER ? Waiver.CONTAINER : Waiver.NONE;
    };
  }

  /** Where the object was forgotten, the word in its place opens the next clause. */
  private void asClause(Token token) {
    int i = 1;
    while (_input.LA(i) == ' ' || _input.LA(i) == '\n') {
      i++;
    }
    int next = i == 1 ? 0 : _input.LA(i);
    switch (token.getText()) {
      case "because" -> setTypeIf(next == '"', token, BylawLexer.BECAUSE);
      case "approved" -> setTypeIf(next == 'b', token, BylawLexer.APPROVED);
      case "until" -> setTypeIf(next >= '0' && next <= '9', token, BylawLexer.UNTIL);
      default -> {}
    }
  }

  private static void setTypeIf(boolean condition, Token token, int type) {
    if (condition) {
      ((CommonToken) token).setType(type);
    }
  }

  private static boolean isObject(int type) {
    return type == BylawLexer.OBJECT || type == BylawLexer.STRING;
  }

  /** After these a keyword is an ordinary name. */
  private static boolean takesName(int type) {
    return switch (type) {
      case BylawLexer.DOT,
          BylawLexer.SLASH,
          BylawLexer.PACK,
          BylawLexer.USE,
          BylawLexer.INCLUDE,
          BylawLexer.OF_VERSION,
          BylawLexer.WAIVE,
          BylawLexer.EXPECT ->
          true;
      default -> false;
    };
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
