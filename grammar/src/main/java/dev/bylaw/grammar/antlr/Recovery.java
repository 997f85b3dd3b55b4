package dev.bylaw.grammar.antlr;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.NullMarked;

/**
 * One mistake, one error: the innermost rule reports it, the rules around it give up one by one,
 * and reading goes on at the next clause or declaration.
 */
@NullMarked
final class Recovery extends DefaultErrorStrategy {
  private final SyntaxErrors errors;
  private boolean givingUp;

  Recovery(Reading reading) {
    this.errors = new SyntaxErrors(reading);
  }

  @Override
  public void reportError(Parser parser, RecognitionException e) {
    if (!givingUp) {
      givingUp = true;
      errors.report((BylawParser) parser, e);
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException e) {
    ParserRuleContext context = parser.getContext();
    switch (context.getRuleIndex()) {
      case BylawParser.RULE_clause, BylawParser.RULE_testClause, BylawParser.RULE_waiverClause ->
          skip(parser, Landmarks.row(context));
      case BylawParser.RULE_item -> skip(parser, Landmarks.LINES);
      case BylawParser.RULE_placeholder, BylawParser.RULE_file -> {}
      default -> throw e;
    }
    givingUp = false;
  }

  @Override
  public Token recoverInline(Parser parser) {
    if (Landmarks.lacksBrace(parser)) {
      errors.report(parser, new InputMismatchException(parser));
      return getMissingSymbol(parser);
    }
    throw new InputMismatchException(parser);
  }

  /** Where clauses stand in a row: what is none is reported and skipped, and the row goes on. */
  @Override
  public void sync(Parser parser) {
    ParserRuleContext context = parser.getContext();
    TokenStream tokens = parser.getInputStream();
    int rule = context.getRuleIndex();
    switch (rule) {
      case BylawParser.RULE_file,
          BylawParser.RULE_ruleBody,
          BylawParser.RULE_testBody,
          BylawParser.RULE_waiver -> {
        while (!Landmarks.isWelcome(tokens, rule)) {
          errors.stray(parser, rule);
          parser.consume();
          skip(parser, rule);
        }
      }
      case BylawParser.RULE_primary -> {
        if (Landmarks.isAtValue(context) && Landmarks.surelyBegins(tokens, 1)) {
          throw new InputMismatchException(parser);
        }
      }
      case BylawParser.RULE_item_, BylawParser.RULE_path, BylawParser.RULE_subject -> {
        boolean may = rule == BylawParser.RULE_item_ || context.getChildCount() == 0;
        if (may && Landmarks.surelyBegins(tokens, 1)) {
          throw new InputMismatchException(parser);
        }
      }
      case BylawParser.RULE_word, BylawParser.RULE_anyWord -> {
        boolean begins = Landmarks.startsLine(tokens) && Landmarks.surelyBegins(tokens, 1);
        if (begins || Landmarks.lacksRule(parser)) {
          throw new InputMismatchException(parser);
        }
      }
      default -> {}
    }
  }

  /** Goes on to the next clause or declaration, past braces that open on the way. */
  private static void skip(Parser parser, int row) {
    boolean body = row == BylawParser.RULE_ruleBody || row == BylawParser.RULE_testBody;
    int open = 0;
    while (true) {
      int type = parser.getCurrentToken().getType();
      boolean closes = type == BylawParser.RBRACE && open == 0 && body;
      int goal = open > 0 ? Landmarks.DECLARATIONS : row;
      if (type == Token.EOF || closes || Landmarks.begins(parser.getInputStream(), goal)) {
        return;
      }
      if (type == BylawParser.LBRACE) {
        open++;
      } else if (type == BylawParser.RBRACE && open > 0) {
        open--;
      }
      parser.consume();
      if (type == BylawParser.RBRACE
          && open == 0
          && !body
          && Landmarks.startsLine(parser.getInputStream())) {
        return;
      }
    }
  }
}
