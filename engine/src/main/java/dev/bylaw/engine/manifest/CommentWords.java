package dev.bylaw.engine.manifest;

/** Which comments are worth keeping: those that have one of the words of a waiver in them. */
final class CommentWords {
  private static final String[] WORDS = {"bylaw", "allow"};

  private CommentWords() {}

  /** Whether a word of a waiver stands in this part of a text, in any case. */
  static boolean mayAddress(String text, int from, int to) {
    for (String word : WORDS) {
      for (int at = from; at + word.length() <= to; at++) {
        if (text.regionMatches(true, at, word, 0, word.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
