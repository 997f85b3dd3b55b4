package dev.bylaw.engine.service;

import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Finds what takes several lines: braces, lists, blocks of text and runs of comments. */
final class Folds {
  private Folds() {}

  static List<Range> of(Source source) {
    List<Span> spans = new ArrayList<>();
    Deque<Lexeme> open = new ArrayDeque<>();
    Span comments = null;
    for (Lexeme lexeme : Lexer.lex(source)) {
      if (isComment(lexeme)) {
        if (comments != null && adjoins(comments, lexeme)) {
          comments = comments.to(lexeme.span());
        } else {
          if (comments != null) {
            spans.add(comments);
          }
          comments = lexeme.span();
        }
        continue;
      }
      switch (lexeme.text()) {
        case "{", "[", "(" -> open.push(lexeme);
        case "}", "]", ")" -> {
          if (!open.isEmpty()) {
            spans.add(open.pop().span().to(lexeme.span()));
          }
        }
        default -> {
          if (lexeme.kind() == Lexeme.Kind.BLOCK) {
            spans.add(lexeme.span());
          }
        }
      }
    }
    if (comments != null) {
      spans.add(comments);
    }
    return spans.stream()
        .filter(span -> span.from().line() < span.until().line())
        .sorted(Comparator.comparingInt(Span::start))
        .map(Range::of)
        .toList();
  }

  private static boolean isComment(Lexeme lexeme) {
    return lexeme.kind() == Lexeme.Kind.COMMENT || lexeme.kind() == Lexeme.Kind.DOC;
  }

  private static boolean adjoins(Span above, Lexeme lexeme) {
    return above.until().line() + 1 == lexeme.span().from().line();
  }
}
