package dev.bylaw.cli.input;

import dev.bylaw.cli.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files a project means by its manifests.
 *
 * @param base the folder that the patterns are seen from
 * @param include what is checked where no path is named
 * @param exclude what no search finds; a file that is named itself is read all the same
 * @param apart files beside the manifests that are none, such as the configuration, as the command
 *     line would name them
 */
public record Scope(Path base, List<Written> include, List<Written> exclude, List<String> apart) {
  /** Every manifest that is found. */
  static final Scope EVERYTHING = new Scope(Path.of(""), List.of(), List.of(), List.of());

  public Scope {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    apart = List.copyOf(apart);
  }

  /** The steps that lead from the base to a path; null if it lies elsewhere. */
  @Nullable List<String> steps(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path from = base.toAbsolutePath().normalize();
    if (!absolute.startsWith(from)) {
      return null;
    }
    List<String> steps = new ArrayList<>();
    if (!absolute.equals(from)) {
      from.relativize(absolute).forEach(step -> steps.add(step.toString()));
    }
    return steps;
  }

  /** Whether a check of the project looks at a manifest, by where it lies. */
  public boolean takes(Path path) {
    List<String> steps = steps(path);
    if (steps == null) {
      return true;
    }
    boolean included =
        include.isEmpty()
            || include.stream().anyMatch(pattern -> PathGlob.of(pattern.text()).holds(steps));
    return included && !excludes(steps) && !apart.contains(path.toString());
  }

  boolean excludes(@Nullable List<String> steps) {
    return steps != null
        && exclude.stream().anyMatch(pattern -> PathGlob.of(pattern.text()).holds(steps));
  }
}
