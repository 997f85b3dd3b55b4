package dev.bylaw.cli.fix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines that make one text another, by the greedy algorithm of Myers (1986): it takes as long
 * as the texts are and the more the more they differ.
 */
final class LineDiff {
  private final List<String> before;
  private final List<String> after;
  private final List<int[]> furthest = new ArrayList<>();

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** A line and whether it stays (blank), goes ({@code -}) or comes ({@code +}). */
  record Line(char sign, String text) {}

  static List<Line> of(List<String> before, List<String> after) {
    LineDiff diff = new LineDiff(before, after);
    return diff.backtrack(diff.search());
  }

  /** Gives the number of lines that go or come. */
  private int search() {
    int most = before.size() + after.size();
    int[] reached = new int[2 * most + 4];
    int middle = most + 1;
    for (int edits = 0; edits <= most; edits++) {
      furthest.add(Arrays.copyOfRange(reached, middle - edits - 1, middle + edits + 2));
      for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        int x = start(reached, middle, edits, diagonal);
        int y = x - diagonal;
        while (x < before.size() && y < after.size() && before.get(x).equals(after.get(y))) {
          x++;
          y++;
        }
        reached[middle + diagonal] = x;
        if (x >= before.size() && y >= after.size()) {
          return edits;
        }
      }
    }
    throw new IllegalStateException("every text is reached by removing and adding all lines");
  }

  private static int start(int[] reached, int middle, int edits, int diagonal) {
    boolean down = comesDown(reached, middle, edits, diagonal);
    return down ? reached[middle + diagonal + 1] : reached[middle + diagonal - 1] + 1;
  }

  private static boolean comesDown(int[] reached, int middle, int edits, int diagonal) {
    return diagonal == -edits
        || (diagonal != edits && reached[middle + diagonal - 1] < reached[middle + diagonal + 1]);
  }

  private List<Line> backtrack(int edits) {
    List<Line> reversed = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int d = edits; d >= 0; d--) {
      int[] reached = furthest.get(d);
      int middle = d + 1;
      int diagonal = x - y;
      int startX = d == 0 ? 0 : start(reached, middle, d, diagonal);
      int startY = startX - (d == 0 ? 0 : diagonal);
      while (x > startX && y > startY) {
        reversed.add(new Line(' ', before.get(--x)));
        y--;
      }
      if (d > 0) {
        boolean down = comesDown(reached, middle, d, diagonal);
        reversed.add(down ? new Line('+', after.get(--y)) : new Line('-', before.get(--x)));
      }
    }
    return reversed.reversed();
  }
}
