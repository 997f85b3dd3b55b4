package dev.bylaw.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Looks for a word in bytes, without holding them. */
final class WordSearch {
  private final byte[] word;

  /**
   * @param word ASCII, whose first character is nowhere else in it
   */
  WordSearch(String word) {
    if (word.lastIndexOf(word.charAt(0)) > 0) {
      throw new IllegalArgumentException("`" + word.charAt(0) + "` stands in it twice");
    }
    this.word = word.getBytes(StandardCharsets.US_ASCII);
  }

  boolean isIn(InputStream bytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    int matched = 0;
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      for (int i = 0; i < read; i++) {
        byte next = buffer[i];
        if (next == word[matched]) {
          matched++;
          if (matched == word.length) {
            return true;
          }
        } else {
          // No shorter beginning can be under way: the first letter comes but once.
          matched = next == word[0] ? 1 : 0;
        }
      }
    }
    return false;
  }
}
