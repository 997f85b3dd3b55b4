package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.StringContent;
import dev.bylaw.grammar.SyntaxCode;
import dev.bylaw.grammar.tree.Expr;
import dev.bylaw.grammar.tree.Template;
import dev.bylaw.grammar.tree.Template.Part;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Splits a message, or the key of a map, into its text and its placeholders. */
@NullMarked
final class Templates {
  private final Reading reading;
  private final StringContent content;
  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int literalStart;

  private Templates(Reading reading, StringContent content) {
    this.reading = reading;
    this.content = content;
    this.text = content.value();
  }

  static @Nullable Template template(
      Reading reading, Words words, BylawParser.@Nullable StringContext context) {
    if (context == null || Words.isEmpty(context)) {
      return null;
    }
    return template(reading, words, context.getStart());
  }

  static Template template(Reading reading, Words words, Token literal) {
    return new Template(
        new Templates(reading, words.content(literal)).parts(), reading.span(literal));
  }

  private List<Part> parts() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
      if (c != '{' && c != '}') {
        literal.append(c);
        at++;
      } else if (doubled) {
        literal.append(c);
        at += 2;
      } else if (c == '{') {
        endLiteral(at);
        at = placeholder(at);
        literalStart = at;
      } else {
        reading.report(
            SyntaxCode.STRAY_BRACE,
            content.span(at, at + 1),
            "this `}` closes no placeholder",
            "write `}}` for a brace",
            "}}");
        literal.append(c);
        at++;
      }
    }
    endLiteral(at);
    return parts;
  }

  private void endLiteral(int end) {
    if (!literal.isEmpty()) {
      parts.add(new Part.Literal(literal.toString(), content.span(literalStart, end)));
      literal.setLength(0);
    }
  }

  /** Reads from an opening brace and gives the place after the closing one. */
  private int placeholder(int open) {
    int close = closing(open + 1);
    if (close < 0) {
      reading.report(
          SyntaxCode.UNCLOSED_PLACEHOLDER,
          content.span(open, open + 1),
          "this placeholder is not closed",
          "close it with `}`, or write `{{` for a brace");
      return text.length();
    }
    Span span = content.span(open, close + 1);
    String inside = text.substring(open + 1, close);
    if (inside.isBlank()) {
      reading.report(
          SyntaxCode.EMPTY_PLACEHOLDER,
          span,
          "this placeholder names nothing",
          "write what to show, for example `{name}`, or `{{}}` for two braces");
      parts.add(new Part.Placeholder(new Expr.Missing(span), span));
    } else {
      var place =
          new Reading(
              reading.source(),
              inside,
              content.offsets().part(open + 1, close),
              reading.diagnostics());
      parts.add(new Part.Placeholder(SyntaxReader.expression(place), span));
    }
    return close + 1;
  }

  /** The brace that closes a placeholder; braces inside a string do not. */
  private int closing(int start) {
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '}' && !quoted) {
        return i;
      } else if (c == '{' && !quoted) {
        return -1;
      }
    }
    return -1;
  }
}
