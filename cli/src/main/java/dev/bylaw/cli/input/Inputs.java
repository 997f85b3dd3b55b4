package dev.bylaw.cli.input;

import dev.bylaw.cli.CliCode;
import dev.bylaw.cli.Nearest;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.Verbs;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the paths of a command line mean, in their order: a file, whatever it is called; the
 * manifests of a directory and of all below it, by name; standard input. What was found once is not
 * found again through another path or a symbolic link.
 */
public final class Inputs {
  private final Session session;
  private final List<Input> found = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private int met;
  private int ignored;

  private Inputs(Session session) {
    this.session = session;
  }

  public static List<Input> find(List<String> paths, Session session) {
    Inputs inputs = new Inputs(session);
    for (String path : paths) {
      if (!path.equals("-")) {
        inputs.named(path);
      } else if (inputs.found.stream().noneMatch(Input.StandardInput.class::isInstance)) {
        inputs.found.add(new Input.StandardInput("-"));
      }
    }
    return inputs.found;
  }

  private void named(String argument) {
    Path path = session.resolve(argument);
    String name =
        path.getFileSystem().getSeparator().equals("\\") ? argument.replace('\\', '/') : argument;
    if (Files.isDirectory(path)) {
      root(name, path);
    } else if (Files.exists(path)) {
      file(name, path, real(path));
    } else {
      String help = Nearest.question(argument, Verbs.AVAILABLE, null);
      found.add(Input.Hole.of(CliCode.NO_SUCH_INPUT, name, "no such file or directory", help));
    }
  }

  private void root(String name, Path path) {
    String prefix = name.endsWith("/") ? name : name + "/";
    met = 0;
    ignored = 0;
    Path real = real(path);
    seen.add(real);
    directory(name.equals(".") || name.equals("./") ? "" : prefix, real, Ignores.above(real));
    if (met == 0) {
      String help =
          "manifests are files named *.yaml, *.yml and *.json"
              + (ignored == 0 ? "" : "; .gitignore leaves out what is here (" + ignored + ")");
      found.add(Input.Hole.of(CliCode.NO_MANIFEST, name, "no manifest in this directory", help));
    }
  }

  private void directory(String prefix, Path directory, @Nullable Ignores above) {
    Ignores ignores = new Ignores(IgnoreFile.in(directory), above);
    for (Path path : children(prefix, directory)) {
      String name = path.getFileName().toString();
      boolean isDirectory = Files.isDirectory(path);
      if (name.equals(".git") || !(isDirectory || isManifest(name))) {
        continue;
      }
      if (ignores.ignores(path, isDirectory)) {
        ignored++;
        continue;
      }
      Path real = Files.isSymbolicLink(path) ? real(path) : path;
      if (!isDirectory) {
        file(prefix + name, path, real);
      } else if (seen.add(real)) {
        // Links are followed by their real place, once: a loop leads to where we have been.
        directory(prefix + name + "/", real, ignoresFor(path, real, ignores));
      } else {
        met++;
      }
    }
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

  private void file(String name, Path path, Path real) {
    met++;
    if (seen.add(real)) {
      found.add(new Input.File(name, path));
    }
  }

  private static boolean isManifest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
  }

  /** Where the path leads; a pipe ({@code <(kustomize build)}) leads to itself. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
