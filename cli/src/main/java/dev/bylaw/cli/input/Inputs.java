package dev.bylaw.cli.input;

import dev.bylaw.cli.CliCode;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.Verbs;
import dev.bylaw.cli.Written;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what the paths of a command line mean, in their order: a file, whatever it is called; the
 * manifests of a directory and of all below it, by name; standard input. What was found once is not
 * found again through another path or a symbolic link.
 */
public final class Inputs {
  private final Session session;
  private final FileKind kind;
  private final Scope scope;
  private final List<Input> found = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  private Inputs(Session session, FileKind kind, Scope scope) {
    this.session = session;
    this.kind = kind;
    this.scope = scope;
    scope.apart().forEach(name -> seen.add(real(session.resolve(name))));
  }

  /** What these paths mean, whatever the configuration says. */
  public static List<Input> find(List<String> paths, Session session) {
    return find(paths, Scope.EVERYTHING, session);
  }

  /** What these paths mean in the project; without any, what the project includes. */
  public static List<Input> find(List<String> paths, Scope scope, Session session) {
    return find(paths, new Inputs(session, FileKind.MANIFEST, scope));
  }

  /** The rule files that these paths mean. */
  public static List<Input> rules(List<String> paths, Session session) {
    return find(paths, new Inputs(session, FileKind.RULE_FILE, Scope.EVERYTHING));
  }

  private static List<Input> find(List<String> paths, Inputs inputs) {
    for (String path : paths) {
      if (!path.equals("-")) {
        inputs.named(path);
      } else if (inputs.found.stream().noneMatch(Input.StandardInput.class::isInstance)) {
        inputs.found.add(new Input.StandardInput("-"));
      }
    }
    if (paths.isEmpty()) {
      inputs.scope.include().forEach(inputs::included);
    }
    return inputs.found;
  }

  private void named(String argument) {
    Path path = session.resolve(argument);
    String name =
        path.getFileSystem().getSeparator().equals("\\") ? argument.replace('\\', '/') : argument;
    if (Files.isDirectory(path)) {
      Walk walk = new Walk(kind, scope, null, seen, found);
      walk.below(name, path);
      if (walk.met() == 0) {
        String help = kind.names() + walk.leftOut();
        String message = "no " + kind.word() + " in this directory";
        found.add(Input.Hole.of(CliCode.NO_MANIFEST, name, message, help));
      }
    } else if (Files.exists(path)) {
      Path real = real(path);
      if (seen.add(real) || isApart(real)) {
        found.add(new Input.File(name, path));
      }
    } else {
      String help =
          Suggestion.question(
              argument,
              Verbs.AVAILABLE,
              "check the name; a relative one starts in the current directory");
      found.add(Input.Hole.of(CliCode.NO_SUCH_INPUT, name, "no such file or directory", help));
    }
  }

  private boolean isApart(Path real) {
    return scope.apart().stream().anyMatch(name -> real(session.resolve(name)).equals(real));
  }

  /** A search begins as deep as the pattern says, so that git may ignore the folder itself. */
  private void included(Written pattern) {
    PathGlob glob = PathGlob.of(pattern.text());
    Path path = scope.base().resolve(String.join("/", glob.literal()));
    Walk walk = new Walk(kind, scope, glob.isLiteral() ? null : glob, seen, found);
    if (Files.isDirectory(path)) {
      walk.below(session.nameOf(path), path);
    } else if (glob.isLiteral() && Files.exists(path)) {
      walk.file(session.nameOf(path), path);
    }
    if (walk.met() == 0) {
      found.add(
          new Input.Hole(
              pattern.text(),
              Diagnostic.of(
                  CliCode.NOTHING_INCLUDED,
                  pattern.place(),
                  "no manifest matches `" + pattern.text() + "`",
                  kind.names() + walk.leftOut())));
    }
  }

  /** Where the path leads; a pipe ({@code <(kustomize build)}) leads to itself. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
