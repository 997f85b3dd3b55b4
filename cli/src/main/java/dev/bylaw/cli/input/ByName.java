package dev.bylaw.cli.input;

import java.util.Comparator;

/**
 * Inputs by their names, folder by folder: as texts, {@code path-sensitive/x} would come before
 * {@code path/x}.
 */
public final class ByName {
  public static final Comparator<Input> ORDER = (a, b) -> compare(a.name(), b.name());

  private ByName() {}

  private static int compare(String one, String other) {
    String[] ours = one.split("/", -1);
    String[] theirs = other.split("/", -1);
    for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
      int order = ours[i].compareTo(theirs[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(ours.length, theirs.length);
  }
}
