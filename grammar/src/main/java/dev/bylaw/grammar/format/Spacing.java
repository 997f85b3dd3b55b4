package dev.bylaw.grammar.format;

import dev.bylaw.grammar.Lexeme;
import java.util.List;

/** Where one space stands between two words of a line. */
final class Spacing {
  private Spacing() {}

  /** Whether it stands between the last of the words and the next one. */
  static boolean between(List<Lexeme> words, Lexeme next) {
    if (words.isEmpty()) {
      return false;
    }
    return !bindsRight(words.getLast()) && !bindsLeft(next);
  }

  private static boolean bindsRight(Lexeme word) {
    if (word.kind() != Lexeme.Kind.PUNCTUATION) {
      return false;
    }
    return switch (word.text()) {
      case "(", "[", ".", "/", "@" -> true;
      default -> false;
    };
  }

  private static boolean bindsLeft(Lexeme word) {
    if (word.kind() != Lexeme.Kind.PUNCTUATION) {
      return false;
    }
    return switch (word.text()) {
      case ")", "]", ",", ":", ".", "/", "@" -> true;
      default -> false;
    };
  }
}
