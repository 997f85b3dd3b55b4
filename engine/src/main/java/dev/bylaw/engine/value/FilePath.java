package dev.bylaw.engine.value;

import java.util.ArrayList;
import java.util.List;

/// The path of a file or directory on a node, taken apart without looking at the node: symbolic
/// links are not known here, so `..` takes away the step before it, as it does where there are
/// none.
///
/// On Linux a slash separates, and a path without one at the start is read as if it had one. A path
/// is one of Windows if it starts with a drive or a backslash, or names a pipe as `//./pipe/…`:
/// there both slashes separate, capital letters make no difference, and dots and spaces at the end
/// of a step are lost. Repeated slashes, `.` and the prefixes `\\.\` and `\\?\` mean nothing.
///
/// @param drive the letter in lower case; empty for a path of Linux and for one on any drive
public record FilePath(boolean windows, String drive, List<String> steps) {

  /** Whether a path is another one, or lies below it. */
  public static boolean isUnder(String path, String root) {
    return of(path).isUnder(of(root));
  }

  private boolean isUnder(FilePath root) {
    boolean sameDrive = drive.isEmpty() || root.drive.isEmpty() || drive.equals(root.drive);
    return windows == root.windows
        && sameDrive
        && steps.size() >= root.steps.size()
        && steps.subList(0, root.steps.size()).equals(root.steps);
  }

  static FilePath of(String text) {
    int start = startOfDrive(text);
    boolean hasDrive = isDrive(text, start);
    boolean windows = hasDrive || text.startsWith("\\") || isPipe(text);
    String drive = hasDrive ? lower(text.substring(start, start + 1)) : "";
    return new FilePath(
        windows, drive, steps(hasDrive ? text.substring(start + 2) : text, windows));
  }

  /// Behind `\\?\` or `\\.\`, if that is there.
  private static int startOfDrive(String text) {
    boolean prefixed =
        text.length() > 4
            && isSlash(text.charAt(0))
            && isSlash(text.charAt(1))
            && (text.charAt(2) == '?' || text.charAt(2) == '.')
            && isSlash(text.charAt(3));
    return prefixed ? 4 : 0;
  }

  private static boolean isDrive(String text, int at) {
    return text.length() > at + 1
        && text.charAt(at + 1) == ':'
        && lower(text.substring(at, at + 1)).charAt(0) >= 'a'
        && lower(text.substring(at, at + 1)).charAt(0) <= 'z';
  }

  private static boolean isPipe(String text) {
    return lower(text).startsWith("//./pipe/");
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static List<String> steps(String text, boolean windows) {
    List<String> steps = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean ends =
          i == text.length() || text.charAt(i) == '/' || (windows && text.charAt(i) == '\\');
      if (ends) {
        step(text.substring(start, i), windows, steps);
        start = i + 1;
      }
    }
    return steps;
  }

  private static void step(String written, boolean windows, List<String> steps) {
    if (written.equals("..")) {
      // Above the root there is the root.
      if (!steps.isEmpty()) {
        steps.removeLast();
      }
      return;
    }
    String step = windows ? lower(withoutEnd(written)) : written;
    if (!step.isEmpty() && !step.equals(".") && !(windows && step.equals("?"))) {
      steps.add(step);
    }
  }

  /** Windows opens {@code etc} for {@code etc. .}. */
  private static String withoutEnd(String step) {
    int end = step.length();
    while (end > 0 && (step.charAt(end - 1) == '.' || step.charAt(end - 1) == ' ')) {
      end--;
    }
    return step.substring(0, end);
  }

  /** As names of files are compared on Windows: letter by letter, through the capital ones. */
  private static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      lower.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
    }
    return lower.toString();
  }
}
