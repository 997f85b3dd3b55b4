package dev.bylaw.engine.value;

import java.util.ArrayList;
import java.util.List;

/**
 * The pattern of {@code like}: {@code *} stands for any characters, none included; everything else
 * for itself. There is no {@code ?} and no {@code [a-z]}: they are common in what globs are
 * compared with, and {@code matches} is there for more. {@code \*} is a star and {@code \\} a
 * backslash; a backslash before anything else is a backslash.
 */
public final class Glob {
  private Glob() {}

  /**
   * Whether the whole text matches. Takes at most the product of the two lengths, however many
   * stars there are: the leftmost place of each piece is as good as any other.
   */
  public static boolean matches(String glob, String text) {
    List<String> pieces = pieces(glob);
    String first = pieces.getFirst();
    String last = pieces.getLast();
    if (pieces.size() == 1) {
      return text.equals(first);
    }
    if (!text.startsWith(first)) {
      return false;
    }
    int at = first.length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = text.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    return text.length() - last.length() >= at && text.endsWith(last);
  }

  /** The literal pieces between the stars: one more than there are stars. */
  private static List<String> pieces(String glob) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '*') {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else if (glob.startsWith("\\*", i) || glob.startsWith("\\\\", i)) {
        i++;
        piece.append(glob.charAt(i));
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
