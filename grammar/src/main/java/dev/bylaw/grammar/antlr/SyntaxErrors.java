package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import dev.bylaw.grammar.SyntaxCode;
import java.util.List;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a sentence, in the words of the language and never in those of a parser.
 */
@NullMarked
final class SyntaxErrors {
  static final List<String> CLAUSES =
      List.of(
          "severity", "for", "when", "deny", "require", "message", "fix", "see", "fails", "passes");
  private static final List<String> TEST_CLAUSES = List.of("given", "expect");
  private static final List<String> WAIVER_CLAUSES =
      List.of("container", "because", "approved", "until");
  static final List<String> DECLARATIONS =
      List.of(
          "pack",
          "use",
          "include",
          "rule",
          "let",
          "define",
          "param",
          "test",
          "waive",
          "deny",
          "require",
          "for",
          "when",
          "because",
          "approved",
          "until");
  private static final List<String> OPERATORS =
      List.of(
          "and",
          "or",
          "contains",
          "in",
          "like",
          "matches",
          "from",
          "is",
          "default",
          "selects",
          "where",
          "not");

  private final Reading reading;
  private int last = -1;

  SyntaxErrors(Reading reading) {
    this.reading = reading;
  }

  /** A sentence that cannot go on. */
  void report(Parser parser, RecognitionException e) {
    Token token = parser.getCurrentToken();
    Token before = parser.getInputStream().LT(-1);
    last = token.getTokenIndex();
    if (e instanceof BoundedParser.TooDeep) {
      tooDeep(reading, reading.span(token));
      return;
    }
    if (token.getType() == BylawParser.ARITHMETIC) {
      return; // reported as a character
    }
    var wanted = Wanted.of(parser, e, before);
    if (wanted.closes() != null) {
      unclosed(parser, token, before, wanted);
      return;
    }
    if (before != null && wanted.what().equals(shown(before))) {
      // The word was taken for the name before it, which is missing: `add to drop`.
      reading.report(
          SyntaxCode.EXPECTED,
          reading.span(before),
          "expected a value or a path before " + shown(before),
          wanted.help());
      return;
    }
    Span span = place(token, before);
    String after = before == null ? "" : " after " + shown(before);
    boolean reserved =
        wanted.isName()
            && isKeyword(token)
            && !Landmarks.isOnLaterLine(before, token)
            && !isNext(token);
    if (reserved) {
      reading.report(
          SyntaxCode.RESERVED_WORD,
          span,
          "`" + token.getText() + "` is a word of the language and cannot be a name here",
          "choose another name");
    } else {
      reading.report(SyntaxCode.EXPECTED, span, "expected " + wanted.what() + after, wanted.help());
    }
  }

  /** The word that comes after the name: then the name is missing. */
  private static boolean isNext(Token token) {
    return token.getType() == BylawParser.IN || token.getType() == BylawParser.FOR;
  }

  static void tooDeep(Reading reading, Span span) {
    reading.report(
        SyntaxCode.TOO_DEEP,
        span,
        "this is nested more than " + BoundedParser.MAX_DEPTH + " levels deep",
        "split the condition with `define`");
  }

  private void unclosed(Parser parser, Token token, @Nullable Token before, Wanted wanted) {
    ParserRuleContext context = parser.getContext();
    Token open =
        opening(
            context instanceof BylawParser.Item_Context ? context.getParent() : context,
            wanted.opens());
    boolean swallowed =
        token.getType() == Token.EOF
            && reading.diagnostics().stream()
                .anyMatch(d -> d.code() == SyntaxCode.UNTERMINATED_BLOCK);
    if (swallowed || (open != null && open.getTokenIndex() < 0)) {
      return; // in an open block of text, or with the opening brace missing, which is reported
    }
    if (parser.getContext().getRuleIndex() == BylawParser.RULE_primary
        || parser.getContext().getRuleIndex() == BylawParser.RULE_step) {
      String operator = near(token, OPERATORS);
      if (operator != null && !Landmarks.isOnLaterLine(before, token)) {
        unknownOperator(token, operator);
        return;
      }
    }
    String opened = open == null ? "" : " opened at line " + reading.span(open).from().line();
    Diagnostic diagnostic =
        Diagnostic.of(
            SyntaxCode.UNCLOSED,
            place(token, before),
            "expected `" + wanted.closes() + "` to close " + wanted.what() + opened,
            "write `" + wanted.closes() + "`");
    reading.report(
        open == null ? diagnostic : diagnostic.related(reading.span(open), "opened here"));
  }

  private static @Nullable Token opening(ParserRuleContext context, int type) {
    if (context.children != null) {
      for (var child : context.children) {
        if (child instanceof TerminalNode node && node.getSymbol().getType() == type) {
          return node.getSymbol();
        }
      }
    }
    return null;
  }

  /** What stands between two clauses or declarations and is neither. */
  void stray(Parser parser, int rule) {
    Token token = parser.getCurrentToken();
    if (token.getTokenIndex() == last || token.getType() == BylawParser.ARITHMETIC) {
      return;
    }
    Token before = parser.getInputStream().LT(-1);
    boolean first =
        before == null
            || Landmarks.isOnLaterLine(before, token)
            || before.getType() == BylawParser.LBRACE
            || before.getType() == BylawParser.RBRACE;
    boolean word = isWord(token);
    String operator = first || !word ? null : near(token, OPERATORS);
    List<String> possible =
        switch (rule) {
          case BylawParser.RULE_file -> DECLARATIONS;
          case BylawParser.RULE_testBody -> TEST_CLAUSES;
          case BylawParser.RULE_waiver -> WAIVER_CLAUSES;
          default -> CLAUSES;
        };
    String keyword = word && operator == null ? near(token, possible) : null;
    if (operator != null) {
      unknownOperator(token, operator);
    } else if (keyword != null && !keyword.equals(token.getText())) {
      unknownKeyword(token, rule, keyword);
    } else if (word && (first || Landmarks.isString(parser.getInputStream().LA(2)))) {
      unknownKeyword(token, rule, null);
    } else {
      unexpected(token, before);
    }
  }

  private void unknownOperator(Token token, String meant) {
    reading.report(
        SyntaxCode.UNKNOWN_OPERATOR,
        reading.span(token),
        "unknown operator `" + token.getText() + "`; did you mean `" + meant + "`?",
        "write `" + meant + "`",
        meant);
  }

  private void unknownKeyword(Token token, int rule, @Nullable String meant) {
    boolean file = rule == BylawParser.RULE_file;
    SyntaxCode code = file ? SyntaxCode.UNKNOWN_DECLARATION : SyntaxCode.UNKNOWN_CLAUSE;
    String message = "unknown " + (file ? "declaration" : "clause") + " `" + token.getText() + "`";
    if (meant != null) {
      reading.report(
          code,
          reading.span(token),
          message + "; did you mean `" + meant + "`?",
          "write `" + meant + "`",
          meant);
      return;
    }
    String help =
        switch (rule) {
          case BylawParser.RULE_file ->
              "a file has `pack`, `use`, `rule`, `let`, `define`, `param`, `test`, `waive`, `deny` and"
                  + " `require`";
          case BylawParser.RULE_waiver -> "a waiver has `because`, `approved by` and `until`";
          case BylawParser.RULE_testBody -> "a test has `given` and `expect`";
          default ->
              "a rule has `severity`, `for`, `when`, `deny` or `require`, `message`, `fix`, `see`,"
                  + " `fails` and `passes`";
        };
    reading.report(code, reading.span(token), message, help);
  }

  private void unexpected(Token token, @Nullable Token before) {
    String help =
        switch (token.getType()) {
          case BylawParser.RBRACE, BylawParser.RPAREN, BylawParser.RBRACK ->
              "delete it, or write what it should close";
          case BylawParser.STRING, BylawParser.BLOCK ->
              "a string stands after `message`, `see`, `fails`, `passes` or an operator";
          default -> "join conditions with `and` or `or`, and begin a clause with its keyword";
        };
    String message =
        switch (token.getType()) {
          case BylawParser.RBRACE, BylawParser.RPAREN, BylawParser.RBRACK ->
              shown(token) + " closes nothing";
          default ->
              "expected an operator or the next clause"
                  + (before == null ? "" : " after " + shown(before))
                  + ", found "
                  + shown(token);
        };
    reading.report(SyntaxCode.UNEXPECTED, reading.span(token), message, help);
  }

  /** The token in the way or, where the line simply ends, the point where more was to come. */
  private Span place(Token token, @Nullable Token before) {
    if (before == null) {
      return reading.span(token);
    }
    boolean ended = token.getType() == Token.EOF || Landmarks.isOnLaterLine(before, token);
    return ended ? Reading.after(reading.span(before)) : reading.span(token);
  }

  private static @Nullable String near(Token token, List<String> words) {
    return isWord(token) ? Suggestion.of(token.getText(), words) : null;
  }

  private static boolean isWord(Token token) {
    String text = token.getText();
    return token.getType() != Token.EOF
        && !text.isEmpty()
        && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '_');
  }

  private static boolean isKeyword(Token token) {
    return isWord(token) && token.getType() != BylawParser.IDENT;
  }

  static String shown(Token token) {
    return switch (token.getType()) {
      case BylawParser.STRING -> "a string";
      case BylawParser.BLOCK -> "a block of text";
      case BylawParser.REGEX -> "a regular expression";
      case Token.EOF -> "the end";
      default -> "`" + token.getText() + "`";
    };
  }
}
