package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Offsets;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.SyntaxCode;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * One text being read: a rule file, or an expression inside one of its messages.
 *
 * @param text what is read
 * @param offsets where that stands in the source
 * @param diagnostics what is wrong so far, shared by all readings of a file
 */
@NullMarked
record Reading(Source source, String text, Offsets offsets, List<Diagnostic> diagnostics) {

  Span span(int start, int end) {
    return offsets.span(start, end);
  }

  Span span(Token token) {
    boolean end = token.getType() == Token.EOF;
    int start = token.getStartIndex();
    return offsets.span(start, end ? start : token.getStopIndex() + 1);
  }

  /** From the first to the last token of a context; where it has none, after the token before. */
  Span span(ParserRuleContext context) {
    Token start = context.getStart();
    Token stop = context.getStop();
    if (stop == null || stop.getStopIndex() < start.getStartIndex()) {
      int point = stop == null ? start.getStartIndex() : stop.getStopIndex() + 1;
      return offsets.span(point, point);
    }
    return offsets.span(start.getStartIndex(), stop.getStopIndex() + 1);
  }

  /** The point right after a span. */
  static Span after(Span span) {
    return new Span(span.source(), span.end(), span.end());
  }

  /** Whether something is known to be wrong inside: then what seems to be missing may be there. */
  boolean isReported(Span span) {
    return diagnostics.stream()
        .map(d -> d.primary().span())
        .anyMatch(s -> s.start() >= span.start() && s.start() <= span.end());
  }

  void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  void report(SyntaxCode code, Span span, String message, @Nullable String help) {
    diagnostics.add(Diagnostic.of(code, span, message, help));
  }

  /** Reports it with one edit that mends it; inside a message no quote can simply be written. */
  void report(SyntaxCode code, Span span, String message, String help, String replacement) {
    Diagnostic diagnostic = Diagnostic.of(code, span, message, help);
    var edit = new Diagnostic.Edit(span, replacement);
    boolean writable = offsets.isIdentity() || replacement.indexOf('"') < 0;
    diagnostics.add(
        writable ? diagnostic.fixes(List.of(new Diagnostic.Fix(help, List.of(edit)))) : diagnostic);
  }
}
