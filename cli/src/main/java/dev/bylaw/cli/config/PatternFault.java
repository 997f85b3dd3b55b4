package dev.bylaw.cli.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps a text from being a pattern of files below the configuration's folder. */
final class PatternFault {
  private PatternFault() {}

  /** The fault in words, or null. */
  static @Nullable String of(String pattern) {
    if (pattern.startsWith("/") || pattern.startsWith("~")) {
      return "it must not begin at the root";
    }
    if (pattern.startsWith("!")) {
      return "patterns of one list add up, so none can take back what another one says";
    }
    List<String> steps = List.of(pattern.split("/", -1));
    if (steps.contains("..")) {
      return "it must not lead out of the folder of the configuration";
    }
    if (steps.subList(0, steps.size() - 1).contains("")) {
      return "two slashes follow each other";
    }
    return steps.stream().anyMatch(step -> step.contains("**") && !step.equals("**"))
        ? "`**` stands for whole folders, between slashes"
        : null;
  }
}
