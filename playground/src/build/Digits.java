/**
 * Numbers as text that an archive makes small: digits of base 45 from the lowest on, {@code P} to
 * {@code |}, the last one {@code #} to {@code O}. {@code Platform.numbers} reads them.
 */
final class Digits {
  private static final int BASE = 45;

  private Digits() {}

  /** Appends a number that is not negative. */
  static void append(int number, StringBuilder text) {
    int rest = number;
    for (; rest >= BASE; rest /= BASE) {
      text.append((char) ('P' + rest % BASE));
    }
    text.append((char) ('#' + rest));
  }
}
