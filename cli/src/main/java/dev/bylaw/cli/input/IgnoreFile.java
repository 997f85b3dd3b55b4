package dev.bylaw.cli.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .gitignore}, with git's reading of it.
 *
 * <p>Written here because the libraries for it bring a logging framework or the whole of git along,
 * and turn a stranger's patterns into backtracking regular expressions.
 */
final class IgnoreFile {
  private final Path base;
  private final List<Pattern> patterns;

  private IgnoreFile(Path base, List<Pattern> patterns) {
    this.base = base;
    this.patterns = patterns;
  }

  /** The ignore file of a directory; null if it has none or it cannot be read. */
  static @Nullable IgnoreFile in(Path directory) {
    Path file = directory.resolve(".gitignore");
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new IgnoreFile(directory, text.lines().flatMap(l -> Pattern.of(l).stream()).toList());
    } catch (IOException e) {
      return null;
    }
  }

  /** What the last pattern that matches says: ignored or not; null if none does. */
  @Nullable Boolean ignores(Path path, boolean directory) {
    List<String> segments = new ArrayList<>();
    base.relativize(path).forEach(s -> segments.add(s.toString()));
    for (Pattern pattern : patterns.reversed()) {
      if (pattern.matches(segments, directory)) {
        return !pattern.negated;
      }
    }
    return null;
  }

  private record Pattern(PathGlob glob, boolean negated, boolean dirs) {
    static List<Pattern> of(String line) {
      String text = withoutTrailingBlanks(line);
      if (text.isEmpty() || text.startsWith("#")) {
        return List.of();
      }
      boolean negated = text.startsWith("!");
      text = negated ? text.substring(1) : text;
      boolean dirs = text.endsWith("/");
      text = dirs ? text.substring(0, text.length() - 1) : text;
      // A slash anywhere but at the end ties the pattern to the file's own directory.
      boolean anchored = text.contains("/");
      text = text.startsWith("/") ? text.substring(1) : text;
      if (text.isEmpty()) {
        return List.of();
      }
      List<String> texts = new ArrayList<>(List.of(text.split("/", -1)));
      if (!anchored) {
        texts.addFirst("**");
      }
      return List.of(new Pattern(new PathGlob(texts), negated, dirs));
    }

    boolean matches(List<String> path, boolean directory) {
      return (!dirs || directory) && glob.matches(path);
    }

    private static String withoutTrailingBlanks(String line) {
      int end = line.length();
      while (end > 0
          && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')
          && !(end > 1 && line.charAt(end - 2) == '\\')) {
        end--;
      }
      return line.substring(0, end);
    }
  }
}
