package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Doc;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Finds the {@code ##} lines above a declaration. */
@NullMarked
final class DocComments {
  private final Reading reading;
  private final List<CommonToken> tokens;

  DocComments(Reading reading, List<CommonToken> tokens) {
    this.reading = reading;
    this.tokens = tokens;
  }

  /**
   * The lines right above; a blank line ends them, and so does any other comment, but a blank line
   * may stand between them and the declaration.
   */
  @Nullable Doc before(Token declaration) {
    List<CommonToken> lines = new ArrayList<>();
    int at = declaration.getTokenIndex() - 1;
    while (at >= 0 && tokens.get(at).getType() == BylawLexer.COMMENT) {
      at--;
    }
    while (at >= 0
        && tokens.get(at).getType() == BylawLexer.DOC
        && (lines.isEmpty() || adjoin(tokens.get(at), lines.getFirst()))) {
      lines.add(0, tokens.get(at));
      at--;
    }
    if (lines.isEmpty()) {
      return null;
    }
    StringBuilder text = new StringBuilder(content(lines.getFirst()));
    for (CommonToken line : lines.subList(1, lines.size())) {
      text.append('\n').append(content(line));
    }
    Span span = reading.span(lines.getFirst()).to(reading.span(lines.getLast()));
    return new Doc(text.toString(), span);
  }

  private boolean adjoin(CommonToken above, CommonToken below) {
    int line = reading.span(above).from().line();
    return line + 1 == reading.span(below).from().line();
  }

  private static String content(CommonToken line) {
    String text = line.getText().substring(2);
    return (text.startsWith(" ") ? text.substring(1) : text).stripTrailing();
  }
}
