package dev.bylaw.cli.input;

import dev.bylaw.cli.CliCode;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The search of one directory for manifests, and of all below it. */
final class Walk {
  /** So that links from everywhere to everywhere do not take forever. */
  private static final int NAMES = 8;

  private final FileKind kind;
  private final Scope scope;
  private final @Nullable PathGlob wanted;
  private final Set<Path> seen;
  private final List<Input> found;
  private final Map<Path, Integer> visits = new HashMap<>();
  private final Set<Path> open = new HashSet<>();
  private int met;
  private int ignored;
  private int excluded;

  /**
   * A search.
   *
   * @param wanted what the path of a manifest must match as seen from the scope's base; null if any
   *     will do
   * @param seen the real paths of files that need not be found again
   */
  Walk(FileKind kind, Scope scope, @Nullable PathGlob wanted, Set<Path> seen, List<Input> found) {
    this.kind = kind;
    this.scope = scope;
    this.wanted = wanted;
    this.seen = seen;
    this.found = found;
  }

  /** How many manifests there are, found or found before; what cannot be read may be one. */
  int met() {
    return met;
  }

  /** What of the directory was left out, and why, to be said behind a semicolon. */
  String leftOut() {
    return (ignored == 0 ? "" : "; .gitignore leaves out what is here (" + ignored + ")")
        + (excluded == 0 ? "" : "; `inputs.exclude` leaves out what is here (" + excluded + ")");
  }

  void below(String name, Path directory) {
    String prefix = name.endsWith("/") ? name : name + "/";
    Path real = Inputs.real(directory);
    visit(
        name.equals(".") || name.equals("./") ? "" : prefix,
        real,
        scope.steps(directory),
        Ignores.above(real));
  }

  /** A manifest, whatever it is called. */
  void file(String name, Path path) {
    met++;
    if (seen.add(Inputs.real(path))) {
      found.add(new Input.File(name, path));
    }
  }

  private void directory(
      String prefix, Path directory, @Nullable List<String> steps, @Nullable Ignores above) {
    Ignores ignores = new Ignores(IgnoreFile.in(directory), above);
    for (Path path : children(prefix, directory)) {
      String name = path.getFileName().toString();
      boolean isDirectory = Files.isDirectory(path);
      if (name.equals(".git") || !(isDirectory || kind.isNamed(name))) {
        continue;
      }
      List<String> way = steps == null ? null : and(steps, name);
      if (ignores.ignores(path, isDirectory)) {
        ignored++;
      } else if (scope.excludes(way)) {
        excluded++;
      } else if (!isDirectory) {
        manifest(prefix + name, path, way);
      } else {
        Path real = Files.isSymbolicLink(path) ? Inputs.real(path) : path;
        visit(prefix + name + "/", real, way, ignoresFor(path, real, ignores));
      }
    }
  }

  /**
   * Links are followed by their real place, and a loop leads to where we are. Where names decide
   * what is wanted, a directory may be seen by several of its names.
   */
  private void visit(
      String prefix, Path real, @Nullable List<String> steps, @Nullable Ignores above) {
    boolean byName = wanted != null || !scope.exclude().isEmpty();
    int visit = visits.merge(real, 1, Integer::sum);
    if (open.contains(real) || (visit > 1 && !byName)) {
      return;
    }
    if (visit > NAMES) {
      String name = prefix.substring(0, prefix.length() - 1);
      String reason = "more than " + NAMES + " symbolic links lead to this directory";
      found.add(Input.Hole.of(CliCode.INPUT_DENIED, name, reason, null));
      met++;
      return;
    }
    open.add(real);
    directory(prefix, real, steps, above);
    open.remove(real);
  }

  private void manifest(String name, Path path, @Nullable List<String> way) {
    if (wanted == null || (way != null && wanted.holds(way))) {
      file(name, path);
    }
  }

  private static List<String> and(List<String> steps, String name) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(name);
    return longer;
  }

  private static @Nullable Ignores ignoresFor(Path path, Path real, Ignores here) {
    return path.equals(real) ? here : Ignores.above(real);
  }

  private List<Path> children(String prefix, Path directory) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(children::add);
    } catch (IOException | DirectoryIteratorException e) {
      String name = prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1);
      found.add(Input.Hole.unreadable(name, e));
      met++;
    }
    Collections.sort(children);
    return children;
  }
}
