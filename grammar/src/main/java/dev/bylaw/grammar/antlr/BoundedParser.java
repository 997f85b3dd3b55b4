package dev.bylaw.grammar.antlr;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.NullMarked;

/** Refuses expressions that are nested too deeply before they can exhaust the stack. */
@NullMarked
abstract class BoundedParser extends Parser {
  static final int MAX_DEPTH = 200;

  /** A pair of parentheses enters two counted rules. */
  private static final int MAX_COUNT = 2 * MAX_DEPTH;

  private int depth;

  protected BoundedParser(TokenStream input) {
    super(input);
  }

  @Override
  public void enterRule(ParserRuleContext context, int state, int rule) {
    if (nests(rule)) {
      if (depth >= MAX_COUNT) {
        throw new TooDeep(this);
      }
      depth++;
    }
    super.enterRule(context, state, rule);
  }

  @Override
  public void exitRule() {
    if (nests(getContext().getRuleIndex())) {
      depth--;
    }
    super.exitRule();
  }

  private static boolean nests(int rule) {
    return rule == BylawParser.RULE_term || rule == BylawParser.RULE_primary;
  }

  /** The place where nesting exceeds the limit. */
  static final class TooDeep extends RecognitionException {
    private TooDeep(Parser parser) {
      super(parser, parser.getInputStream(), parser.getContext());
      setOffendingToken(parser.getCurrentToken());
    }
  }
}
