package dev.bylaw.grammar.antlr;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** The words that the lexer knows. */
@NullMarked
final class Keywords {
  private static final Map<String, Integer> TYPES = new HashMap<>();

  static {
    for (int type = 1; type <= BylawLexer.VOCABULARY.getMaxTokenType(); type++) {
      String literal = BylawLexer.VOCABULARY.getLiteralName(type);
      if (literal != null) {
        TYPES.put(literal.substring(1, literal.length() - 1), type);
      }
    }
  }

  private Keywords() {}

  /** The token type of a word: a keyword's own, or that of a name. */
  static int typeOf(String word) {
    return TYPES.getOrDefault(word, BylawLexer.IDENT);
  }
}
