package dev.bylaw.engine.value;

import org.jspecify.annotations.Nullable;

/** The version of a pack, {@code v1.30}: v1.9 comes before v1.30. */
public record Version(int major, int minor) implements Comparable<Version> {
  private static final int MOST_DIGITS = 4;

  /** The version that a text is; null for anything but {@code v}, two numbers and a dot. */
  public static @Nullable Version parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0 || !text.startsWith("v")) {
      return null;
    }
    int major = number(text.substring(1, dot));
    int minor = number(text.substring(dot + 1));
    return major < 0 || minor < 0 ? null : new Version(major, minor);
  }

  /** A number without superfluous zeros, so that equal versions are equal texts; else -1. */
  private static int number(String digits) {
    if (digits.isEmpty()
        || digits.length() > MOST_DIGITS
        || (digits.length() > 1 && digits.startsWith("0"))) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  public String text() {
    return "v" + major + "." + minor;
  }

  @Override
  public int compareTo(Version other) {
    return major == other.major
        ? Integer.compare(minor, other.minor)
        : Integer.compare(major, other.major);
  }
}
