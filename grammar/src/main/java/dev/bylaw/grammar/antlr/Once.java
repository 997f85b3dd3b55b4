package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.SyntaxCode;
import java.util.HashMap;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;

/** Refuses the second of what may stand once in a rule, a subject or a waiver. */
@NullMarked
final class Once {
  private final Reading reading;
  private final Map<String, Token> seen = new HashMap<>();

  Once(Reading reading) {
    this.reading = reading;
  }

  /** Whether there was none before; else the second is reported, and left out of the tree. */
  boolean isFirst(Token keyword) {
    Token earlier = seen.putIfAbsent(keyword.getText(), keyword);
    if (earlier == null) {
      return true;
    }
    String word = keyword.getText();
    reading.report(
        Diagnostic.of(
                SyntaxCode.REPEATED_CLAUSE,
                reading.span(keyword),
                "a second `" + word + "`",
                "keep one `" + word + "`")
            .related(reading.span(earlier), "the first is here"));
    return false;
  }

  void secondVerdict(Token earlier, Token keyword) {
    boolean same = earlier.getType() == keyword.getType();
    String help =
        !same
            ? "write two rules"
            : keyword.getType() == BylawLexer.DENY
                ? "write two rules, or join the conditions with `or`"
                : "write two rules, or join the conditions with `and`";
    reading.report(
        Diagnostic.of(
                SyntaxCode.SECOND_VERDICT,
                reading.span(keyword),
                "a rule has one `deny` or `require`; this is a second",
                help)
            .related(reading.span(earlier), "the first is here"));
  }
}
