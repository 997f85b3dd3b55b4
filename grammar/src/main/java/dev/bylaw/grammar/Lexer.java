package dev.bylaw.grammar;

import dev.bylaw.grammar.antlr.LexemeReader;
import java.util.List;

/** Splits the text of a rule file into its words and marks. */
public final class Lexer {
  private Lexer() {}

  /** All lexemes in the order of the text. No text at all makes it throw. */
  public static List<Lexeme> lex(Source source) {
    return LexemeReader.read(source);
  }
}
