package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.StringContent;
import dev.bylaw.grammar.SyntaxCode;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PackName;
import dev.bylaw.grammar.tree.Text;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Builds names and texts. All but the last two methods give null for a part that is missing. */
@NullMarked
final class Words {
  private final Reading reading;

  Words(Reading reading) {
    this.reading = reading;
  }

  /** Whether nothing was read where this should be. */
  static boolean isEmpty(@Nullable ParserRuleContext context) {
    return context == null
        || context.getStop() == null
        || context.getStop().getTokenIndex() < context.getStart().getTokenIndex();
  }

  @Nullable Name name(@Nullable ParserRuleContext word) {
    return word == null || isEmpty(word) ? null : name(word.getStart());
  }

  @Nullable Name name(@Nullable Token token) {
    if (token == null) {
      return null;
    }
    String text = token.getText();
    Span span = reading.span(token);
    return text.startsWith("\"") ? new Name(content(token).value(), span) : new Name(text, span);
  }

  @Nullable PackName packName(BylawParser.@Nullable PackNameContext context) {
    if (context == null) {
      return null;
    }
    List<Name> names = names(context.packWord());
    return names.isEmpty() ? null : new PackName(names, reading.span(context));
  }

  @Nullable Text text(BylawParser.@Nullable StringContext context) {
    if (context == null || isEmpty(context)) {
      return null;
    }
    Span span = reading.span(context.getStart());
    return new Text(content(context.getStart()).value(), context.BLOCK() != null, span);
  }

  List<Name> names(List<? extends ParserRuleContext> words) {
    List<Name> names = new ArrayList<>();
    for (ParserRuleContext word : words) {
      Name name = name(word);
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** What a literal means; reports its escapes that mean nothing. */
  StringContent content(Token literal) {
    int end = literal.getStopIndex() + 1;
    StringContent content =
        StringContent.of(literal.getText(), reading.offsets().part(literal.getStartIndex(), end));
    for (Span problem : content.problems()) {
      reading.report(
          SyntaxCode.BAD_ESCAPE,
          problem,
          "`" + problem.text() + "` is no escape",
          "the escapes are `\\\"`, `\\\\`, `\\n`, `\\t` and `\\u{1F600}`");
    }
    return content;
  }
}
