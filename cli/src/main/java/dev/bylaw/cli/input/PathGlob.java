package dev.bylaw.cli.input;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of paths, step by step: {@code **} is any number of folders, and in every other step
 * stand the signs of {@link Glob}.
 */
final class PathGlob {
  private static final String ANY = "**";
  private static final String SIGNS = "*?[\\";

  private final List<String> texts;
  private final List<Glob> steps;

  /** A pattern of these steps. */
  PathGlob(List<String> texts) {
    this.texts = List.copyOf(texts);
    this.steps = texts.stream().map(Glob::new).toList();
  }

  /** A pattern as a configuration has it; {@code .} and a slash at the end mean nothing. */
  static PathGlob of(String pattern) {
    List<String> texts = new ArrayList<>(List.of(pattern.split("/")));
    texts.removeIf(text -> text.isEmpty() || text.equals("."));
    return new PathGlob(texts);
  }

  /** The steps at its start that stand for themselves. */
  List<String> literal() {
    int end = 0;
    while (end < texts.size() && texts.get(end).chars().noneMatch(c -> SIGNS.indexOf(c) >= 0)) {
      end++;
    }
    return texts.subList(0, end);
  }

  /** Whether it stands for one path. */
  boolean isLiteral() {
    return literal().size() == texts.size();
  }

  /** Whether a path matches, all of it. At the end of a pattern {@code **} is one step at least. */
  boolean matches(List<String> path) {
    return matches(0, path, 0);
  }

  /** Whether a path matches, or a folder that it lies in. */
  boolean holds(List<String> path) {
    for (int length = 0; length <= path.size(); length++) {
      if (matches(path.subList(0, length))) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(int pattern, List<String> path, int at) {
    if (pattern == steps.size()) {
      return at == path.size();
    }
    if (!texts.get(pattern).equals(ANY)) {
      return at < path.size()
          && steps.get(pattern).matches(path.get(at))
          && matches(pattern + 1, path, at + 1);
    }
    if (pattern + 1 == steps.size()) {
      return at < path.size();
    }
    for (int skip = at; skip <= path.size(); skip++) {
      if (matches(pattern + 1, path, skip)) {
        return true;
      }
    }
    return false;
  }
}
