package dev.bylaw.engine.check;

import dev.bylaw.engine.policy.Subject.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The short words that stand for a path of a subject. A field of the same name comes first. */
final class Vocabulary {
  /**
   * The containers of a Pod, whichever of its lists they are in. It stands for several paths, so
   * only a quantifier can go through it.
   */
  static final String ALL_CONTAINERS = "all-containers";

  private static final Map<String, List<String>> CONTAINER =
      Map.of(
          "add",
          List.of("securityContext", "capabilities", "add"),
          "drop",
          List.of("securityContext", "capabilities", "drop"));

  private static final Map<String, List<String>> RESOURCE =
      Map.of(
          "name", List.of("metadata", "name"),
          "namespace", List.of("metadata", "namespace"),
          "labels", List.of("metadata", "labels"),
          "annotations", List.of("metadata", "annotations"));

  private Vocabulary() {}

  /** The path that a word stands for, or null. */
  static @Nullable List<String> path(Level level, String word) {
    return words(level).get(word);
  }

  static List<String> known(Level level) {
    return level == Level.POD
        ? List.of(ALL_CONTAINERS)
        : words(level).keySet().stream().sorted().toList();
  }

  private static Map<String, List<String>> words(Level level) {
    return switch (level) {
      case CONTAINER -> CONTAINER;
      case POD -> Map.of();
      case RESOURCE -> RESOURCE;
    };
  }
}
