package dev.bylaw.engine.service;

import dev.bylaw.engine.value.Utf8;
import dev.bylaw.grammar.Lexeme;
import dev.bylaw.grammar.Lexer;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the words of the language mean: the sections of {@code keywords.md}, read when asked. */
final class KeywordHelp {
  private static final String SECTION = "\n## ";

  private KeywordHelp() {}

  /** By word, a sentence or two and an example that compiles, in Markdown. */
  static Map<String, String> all() {
    return Holder.WORDS;
  }

  /** What is said of the keyword at a place, or null if none is there. */
  static @Nullable Hover at(Source file, Position at) {
    int offset = file.offset(at);
    for (Lexeme lexeme : Lexer.lex(file)) {
      boolean here = lexeme.span().start() <= offset && offset <= lexeme.span().end();
      String help = here && lexeme.kind() == Lexeme.Kind.KEYWORD ? all().get(lexeme.text()) : null;
      if (help != null) {
        return new Hover(Range.of(lexeme.span()), "`" + lexeme.text() + "`: " + help);
      }
    }
    return null;
  }

  private static final class Holder {
    static final Map<String, String> WORDS = read();

    private static Map<String, String> read() {
      Map<String, String> words = new LinkedHashMap<>();
      String[] sections = text().split(SECTION, -1);
      for (int i = 1; i < sections.length; i++) {
        int heading = sections[i].indexOf('\n');
        for (String word : sections[i].substring(0, heading).split(", ", -1)) {
          words.put(word, sections[i].substring(heading).strip());
        }
      }
      return words;
    }

    private static String text() {
      try (InputStream in = KeywordHelp.class.getResourceAsStream("keywords.md")) {
        if (in == null) {
          throw new IllegalStateException("the engine lacks keywords.md");
        }
        return Utf8.text(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
