package dev.bylaw.cli.report;

import dev.bylaw.engine.report.FileNames;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where files stand in their repository, for services that look at all of it: paths and URIs from
 * its root, with forward slashes. Without a repository the working directory is the root.
 */
public final class SourceTree implements FileNames {
  private final Path directory;
  private final Path root;

  private SourceTree(Path directory, Path root) {
    this.directory = directory;
    this.root = root;
  }

  /** The tree around the directory that names are relative to. */
  public static SourceTree around(Path directory) {
    Path here = directory.toAbsolutePath().normalize();
    Path root = here;
    while (root != null && !Files.exists(root.resolve(".git"))) {
      root = root.getParent();
    }
    return new SourceTree(here, root == null ? here : root);
  }

  /**
   * The path from the root; an absolute one of a file outside. What is no file, such as standard
   * input or a rule of a standard pack, keeps its name.
   */
  @Override
  public String path(String name) {
    Path file = directory.resolve(name).normalize();
    if (!Files.exists(file)) {
      return name;
    }
    return slashes(file.startsWith(root) ? root.relativize(file) : file);
  }

  private static String slashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
