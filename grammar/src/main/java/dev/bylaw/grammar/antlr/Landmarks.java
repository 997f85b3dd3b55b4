package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Suggestion;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Where a clause or a declaration begins. Most of their keywords are names elsewhere, so it is the
 * words after them, or the start of a line, that tell.
 */
@NullMarked
final class Landmarks {
  private Landmarks() {}

  /** Stands for a row of declarations alone, where braces opened that no one expected. */
  static final int DECLARATIONS = -1;

  /** A row of declarations where only a new line can begin another. */
  static final int LINES = -2;

  /** The rule whose row of clauses or declarations a context is part of. */
  static int row(ParserRuleContext context) {
    for (ParserRuleContext c = context.getParent(); c != null; c = c.getParent()) {
      int rule = c.getRuleIndex();
      if (rule == BylawParser.RULE_ruleBody
          || rule == BylawParser.RULE_testBody
          || rule == BylawParser.RULE_waiver) {
        return rule;
      }
    }
    return BylawParser.RULE_file;
  }

  /** Whether a row may go on, or end, here. */
  static boolean isWelcome(TokenStream tokens, int row) {
    int type = tokens.LA(1);
    return switch (row) {
      case BylawParser.RULE_ruleBody ->
          isClause(type) || type == BylawParser.RBRACE || isEnd(tokens);
      case BylawParser.RULE_testBody ->
          isTestClause(type) || type == BylawParser.RBRACE || isEnd(tokens);
      case BylawParser.RULE_waiver -> type != BylawParser.IDENT || !isString(tokens.LA(2));
      default -> isClause(type) || isDeclaration(type) || type == Token.EOF;
    };
  }

  private static boolean isEnd(TokenStream tokens) {
    return tokens.LA(1) == Token.EOF || surelyDeclares(tokens, 1);
  }

  /** Whether reading can go on here after an error in a row. */
  static boolean begins(TokenStream tokens, int row) {
    int type = tokens.LA(1);
    boolean keyword =
        switch (row) {
          case BylawParser.RULE_ruleBody -> isClause(type) || isUnknownClause(tokens);
          case BylawParser.RULE_testBody -> isTestClause(type) || isUnknownClause(tokens);
          case BylawParser.RULE_waiver ->
              isWaiverClause(type) || isClause(type) || isUnknownClause(tokens);
          case DECLARATIONS -> false;
          case LINES -> isClause(type) && startsLine(tokens);
          default -> isClause(type) || isUnknownDeclaration(tokens);
        };
    boolean doubtless = surelyBegins(tokens, 1) || type == BylawParser.IDENT;
    return (keyword || isDeclaration(type))
        && !isJoined(tokens)
        && (doubtless || (startsLine(tokens) && !continues(tokens.LA(2))));
  }

  /** {@code massage "…"} at the start of a line was meant to be a clause. */
  private static boolean isUnknownClause(TokenStream tokens) {
    return tokens.LA(1) == BylawParser.IDENT
        && startsLine(tokens)
        && (isString(tokens.LA(2))
            || Suggestion.of(tokens.LT(1).getText(), SyntaxErrors.CLAUSES) != null);
  }

  private static boolean isUnknownDeclaration(TokenStream tokens) {
    return tokens.LA(1) == BylawParser.IDENT
        && startsLine(tokens)
        && Suggestion.of(tokens.LT(1).getText(), SyntaxErrors.DECLARATIONS) != null;
  }

  /** {@code waive for Pod x}: here {@code for} is no rule's id. */
  static boolean lacksRule(Parser parser) {
    TokenStream tokens = parser.getInputStream();
    return tokens.LA(-1) == BylawParser.WAIVE
        && tokens.LA(1) == BylawParser.FOR
        && tokens.LA(2) != BylawParser.SLASH
        && tokens.LA(2) != BylawParser.FOR;
  }

  /**
   * Whether the brace was forgotten before a clause; then the clauses are read as if it were there.
   */
  static boolean lacksBrace(Parser parser) {
    ParserRuleContext context = parser.getContext();
    boolean body =
        context.getRuleIndex() == BylawParser.RULE_ruleBody
            || context.getRuleIndex() == BylawParser.RULE_testBody;
    int type = parser.getCurrentToken().getType();
    return body && context.getChildCount() == 0 && (isClause(type) || isTestClause(type));
  }

  /** Whether a value is to come, or may. */
  static boolean isAtValue(ParserRuleContext context) {
    return context.getClass() == BylawParser.PrimaryContext.class
        || context instanceof BylawParser.ListContext;
  }

  /** Whether what follows leaves no doubt that a clause or a declaration begins here. */
  static boolean surelyBegins(TokenStream tokens, int at) {
    int next = tokens.LA(at + 1);
    return switch (tokens.LA(at)) {
      case BylawParser.DENY,
          BylawParser.REQUIRE,
          BylawParser.FOR,
          BylawParser.WHEN,
          BylawParser.FAILS,
          BylawParser.PASSES ->
          true;
      case BylawParser.MESSAGE, BylawParser.SEE, BylawParser.BECAUSE -> isString(next);
      case BylawParser.SEVERITY -> next == BylawParser.IDENT;
      case BylawParser.FIX ->
          next == BylawParser.REMOVE || next == BylawParser.ADD || next == BylawParser.SET;
      case BylawParser.GIVEN -> isString(next) || next == BylawParser.FILE;
      case BylawParser.EXPECT -> next == BylawParser.IDENT;
      case BylawParser.APPROVED -> next == BylawParser.BY;
      case BylawParser.UNTIL -> next == BylawParser.DATE;
      default -> surelyDeclares(tokens, at);
    };
  }

  private static boolean surelyDeclares(TokenStream tokens, int at) {
    int next = tokens.LA(at + 1);
    int afterNext = tokens.LA(at + 2);
    return switch (tokens.LA(at)) {
      case BylawParser.LET, BylawParser.DEFINE, BylawParser.WAIVE -> true;
      case BylawParser.RULE ->
          next == BylawParser.LBRACE
              || afterNext == BylawParser.LBRACE
              || (isString(afterNext) && next != BylawParser.DOT);
      case BylawParser.PARAM -> afterNext == BylawParser.COLON;
      case BylawParser.TEST -> isString(next);
      case BylawParser.PACK, BylawParser.USE, BylawParser.INCLUDE -> next == BylawParser.IDENT;
      default -> false;
    };
  }

  static boolean isDeclaration(int type) {
    return switch (type) {
      case BylawParser.PACK,
          BylawParser.USE,
          BylawParser.INCLUDE,
          BylawParser.RULE,
          BylawParser.LET,
          BylawParser.DEFINE,
          BylawParser.PARAM,
          BylawParser.TEST,
          BylawParser.WAIVE ->
          true;
      default -> false;
    };
  }

  static boolean isClause(int type) {
    return switch (type) {
      case BylawParser.SEVERITY,
          BylawParser.FOR,
          BylawParser.WHEN,
          BylawParser.DENY,
          BylawParser.REQUIRE,
          BylawParser.MESSAGE,
          BylawParser.FIX,
          BylawParser.SEE,
          BylawParser.FAILS,
          BylawParser.PASSES ->
          true;
      default -> false;
    };
  }

  static boolean isTestClause(int type) {
    return type == BylawParser.GIVEN || type == BylawParser.EXPECT;
  }

  static boolean isWaiverClause(int type) {
    return type == BylawParser.BECAUSE || type == BylawParser.APPROVED || type == BylawParser.UNTIL;
  }

  /** Whether a token is the first of its line. */
  static boolean startsLine(TokenStream tokens) {
    Token before = tokens.LT(-1);
    return before == null || isOnLaterLine(before, tokens.LT(1));
  }

  static boolean isOnLaterLine(@Nullable Token before, Token token) {
    if (before == null) {
      return false;
    }
    CharSequence text = token.getInputStream() instanceof Utf16Stream stream ? stream.text() : "";
    for (int i = before.getStopIndex() + 1; i < token.getStartIndex() && i < text.length(); i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        return true;
      }
    }
    return false;
  }

  static boolean isString(int type) {
    return type == BylawParser.STRING || type == BylawParser.BLOCK;
  }

  private static boolean isJoined(TokenStream tokens) {
    int before = tokens.LA(-1);
    return (before == BylawParser.DOT || before == BylawParser.SLASH) && !startsLine(tokens);
  }

  /** Whether a word before this is a name in an expression. */
  private static boolean continues(int type) {
    return switch (type) {
      case BylawParser.DOT,
          BylawParser.LBRACK,
          BylawParser.RBRACK,
          BylawParser.RPAREN,
          BylawParser.COMMA,
          BylawParser.EQUAL,
          BylawParser.NOT_EQUAL,
          BylawParser.LESS,
          BylawParser.AT_MOST,
          BylawParser.GREATER,
          BylawParser.AT_LEAST,
          BylawParser.IN,
          BylawParser.CONTAINS,
          BylawParser.IS,
          BylawParser.DEFAULT ->
          true;
      default -> false;
    };
  }
}
