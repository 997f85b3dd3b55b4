package dev.bylaw.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what somebody who wrote an unknown name may have meant.
 *
 * <p>Names are compared without regard to the case of ASCII letters, by the number of letters to
 * insert, remove, replace or swap with their neighbour. How many may differ grows with the length
 * of the name, so that short names are not answered with nonsense.
 */
public final class Suggestion {
  private static final int MOST = 3;

  private Suggestion() {}

  /**
   * The nearest of the candidates.
   *
   * @return those at the smallest distance, sorted, at most three; empty if none is near
   */
  public static List<String> nearest(String written, Collection<String> candidates) {
    return nearest(written, candidates, false);
  }

  /**
   * The nearest of the candidates, where {@code _}, {@code -} and a leading {@code CAP_} make no
   * difference: {@code SYSADMIN} is {@code SYS_ADMIN}.
   *
   * @return those at the smallest distance, sorted, at most three; empty if none is near
   */
  public static List<String> nearestIgnoringSeparators(
      String written, Collection<String> candidates) {
    return nearest(written, candidates, true);
  }

  /**
   * The one to propose: the first of the nearest, with or without separators; null if none is near.
   */
  public static @Nullable String of(String written, Collection<String> candidates) {
    List<String> nearest = nearest(written, candidates);
    if (nearest.isEmpty()) {
      nearest = nearestIgnoringSeparators(written, candidates);
    }
    return nearest.isEmpty() ? null : nearest.getFirst();
  }

  /** {@code did you mean `…`?}, or the alternative if no name is near. */
  public static @Nullable String question(
      String written, Collection<String> candidates, @Nullable String otherwise) {
    List<String> nearest = nearest(written, candidates);
    return nearest.isEmpty() ? otherwise : "did you mean `" + String.join("` or `", nearest) + "`?";
  }

  private static List<String> nearest(
      String written, Collection<String> candidates, boolean ignoreSeparators) {
    String wanted = folded(written, ignoreSeparators);
    int best = Integer.MAX_VALUE;
    List<String> nearest = new ArrayList<>();
    for (String candidate : candidates) {
      String name = folded(candidate, ignoreSeparators);
      int tolerated = tolerated(Math.max(wanted.length(), name.length()));
      if (Math.abs(wanted.length() - name.length()) > Math.min(tolerated, best)) {
        continue;
      }
      int distance = distance(wanted, name);
      if (distance > tolerated || distance > best) {
        continue;
      }
      if (distance < best) {
        best = distance;
        nearest.clear();
      }
      if (!nearest.contains(candidate)) {
        nearest.add(candidate);
      }
    }
    Collections.sort(nearest);
    return List.copyOf(nearest.subList(0, Math.min(MOST, nearest.size())));
  }

  /** How many letters may differ in names of this length. */
  private static int tolerated(int length) {
    if (length <= 2) {
      return 0;
    }
    if (length <= 5) {
      return 1;
    }
    return length <= 8 ? 2 : 3;
  }

  private static String folded(String name, boolean ignoreSeparators) {
    var folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (ignoreSeparators && (c == '_' || c == '-')) {
        continue;
      }
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    boolean prefixed = ignoreSeparators && folded.length() > 3 && folded.indexOf("cap") == 0;
    return prefixed ? folded.substring(3) : folded.toString();
  }

  /**
   * The Damerau-Levenshtein distance in which no part is edited twice (optimal string alignment).
   */
  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
