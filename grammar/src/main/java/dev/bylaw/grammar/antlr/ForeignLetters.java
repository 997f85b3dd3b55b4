package dev.bylaw.grammar.antlr;

import dev.bylaw.grammar.SyntaxCode;
import org.antlr.v4.runtime.CommonToken;
import org.jspecify.annotations.NullMarked;

/**
 * Letters that are not ASCII in a name: a reader cannot tell {@code сontainer} with a Cyrillic
 * letter from the word that it imitates.
 */
@NullMarked
final class ForeignLetters {
  /** Pairs of a letter and the ASCII letter that it looks like; only to suggest what was meant. */
  private static final String LOOKALIKES =
      // Cyrillic
      "\u0430a\u0432B\u0435e\u043Ao\u043Eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u0501d"
          + "\u0410A\u0412B\u0415E\u041AK\u041CM\u041DH\u041EO\u0420P\u0421C\u0422T\u0425X\u0406I"
          + "\u0408J\u0405S"
          // Greek
          + "\u03B1a\u03BFo\u03C1p\u03BDv\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039AK\u039CM"
          + "\u039DN\u039FO\u03A1P\u03A4T\u03A5Y\u03A7X"
          // dotless i, script g, hyphens and dashes
          + "\u0131i\u0261g\u2010-\u2011-\u2012-\u2013-\u2014-\u2212-";

  private ForeignLetters() {}

  /** Reports the first such letter of a word; false where the word is none but for them. */
  static boolean report(Reading reading, CommonToken token) {
    String word = token.getText();
    StringBuilder meant = new StringBuilder();
    int first = -1;
    boolean known = true;
    boolean letters = false;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      int c = word.codePointAt(i);
      if (c < 0x80) {
        meant.append((char) c);
        letters = true;
      } else if (!CharacterScan.isReported(c)) {
        first = first < 0 ? i : first;
        letters |= Character.isLetterOrDigit(c);
        char ascii = c <= 0xFFFF ? ascii((char) c) : 0;
        known &= ascii != 0;
        meant.append(ascii == 0 ? '?' : ascii);
      }
    }
    if (first < 0 || known) {
      token.setText(meant.toString()); // what was meant may be a keyword
    }
    if (first < 0) {
      return letters;
    }
    int start = token.getStartIndex();
    int c = word.codePointAt(first);
    var letter = reading.span(start + first, start + first + Character.charCount(c));
    if (!letters) {
      reading.report(
          SyntaxCode.STRAY_CHARACTER,
          letter,
          "`" + letter.text() + "` means nothing here",
          "leave it out, or write it in a string");
    } else if (known) {
      reading.report(
          SyntaxCode.FOREIGN_LETTER,
          reading.span(token),
          "`"
              + word
              + "` has a character, "
              + CharacterScan.name(c)
              + ", that only looks like `"
              + ascii((char) c)
              + "`",
          "write `" + meant + "`",
          meant.toString());
    } else {
      reading.report(
          SyntaxCode.FOREIGN_LETTER,
          letter,
          "a name is written in the letters a to z, digits, `_` and `-`; this is "
              + CharacterScan.name(c),
          "other letters may stand in strings and comments");
    }
    return letters;
  }

  private static char ascii(char letter) {
    for (int i = 0; i < LOOKALIKES.length(); i += 2) {
      if (LOOKALIKES.charAt(i) == letter) {
        return LOOKALIKES.charAt(i + 1);
      }
    }
    return 0;
  }
}
