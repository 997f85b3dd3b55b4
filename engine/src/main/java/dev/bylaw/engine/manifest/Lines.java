package dev.bylaw.engine.manifest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file as lines that end at LF, one at a time; a lone CR does not end one. */
interface Lines {
  /** The next line with its line end, or null after the last. */
  @Nullable Line next() throws IOException;

  /**
   * One line.
   *
   * @param text the line with its LF, which only the last may lack
   * @param invalidAt the offset of the first bytes that are no text, or -1
   * @param cut whether it is longer than a document may be, so that the rest was dropped
   */
  record Line(String text, int invalidAt, boolean cut) {
    boolean isSeparator() {
      return text.startsWith("---");
    }

    /** How many lines an editor would count: a CR without LF ends one too. */
    int count() {
      int count = 1;
      for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
        count += at + 1 < text.length() && text.charAt(at + 1) != '\n' ? 1 : 0;
      }
      return count;
    }
  }
}
