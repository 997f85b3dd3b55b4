package dev.bylaw.cli.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.Arrays;
import java.util.List;

/** What changes in a file, as {@code diff -u} and {@code git apply} know it. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /** Empty where the two texts are the same. A missing line end at the end is said, as git does. */
  public static String of(String name, String before, String after) {
    List<String> old = lines(before);
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + name, "b/" + name, old, DiffUtils.diff(old, lines(after)), CONTEXT);
    StringBuilder diff = new StringBuilder();
    lines.forEach(line -> diff.append(line).append('\n'));
    return diff.toString();
  }

  /** The last line tells whether it has a line end: two texts that differ there only differ. */
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    String[] lines = text.split("\n", -1);
    int last = lines.length - 1;
    if (lines[last].isEmpty()) {
      return Arrays.asList(lines).subList(0, last);
    }
    lines[last] += "\n\\ No newline at end of file";
    return Arrays.asList(lines);
  }
}
