package dev.bylaw.cli;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The name that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The candidate with the fewest slips between it and the word, or null if none is near. */
  public static @Nullable String to(String word, Collection<String> candidates) {
    String nearest = null;
    int least = Math.max(2, word.length() / 3) + 1;
    for (String candidate : candidates) {
      int slips = slips(word, candidate);
      if (slips < least) {
        least = slips;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** {@code did you mean `…`?}, or the alternative if nothing is near. */
  public static @Nullable String question(
      String word, Collection<String> candidates, @Nullable String otherwise) {
    String nearest = to(word, candidates);
    return nearest == null ? otherwise : "did you mean `" + nearest + "`?";
  }

  /** Letters inserted, left out, replaced, or swapped with their neighbour. */
  private static int slips(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(
                cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[from.length()][to.length()];
  }
}
