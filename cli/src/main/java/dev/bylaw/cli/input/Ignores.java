package dev.bylaw.cli.input;

import dev.bylaw.cli.Repository;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The ignore files that hold in a directory: its own, then those of the directories above it. */
record Ignores(@Nullable IgnoreFile own, @Nullable Ignores above) {

  /** What holds in a directory because of the directories above it, up to the repository's root. */
  static @Nullable Ignores above(Path directory) {
    Path root = Repository.root(directory);
    return root == null ? null : between(root, directory);
  }

  private static @Nullable Ignores between(Path root, Path directory) {
    Path parent = directory.getParent();
    if (directory.equals(root) || parent == null) {
      return null;
    }
    return new Ignores(IgnoreFile.in(parent), between(root, parent));
  }

  /** Whether git would leave the path out; the innermost file that mentions it decides. */
  boolean ignores(Path path, boolean directory) {
    for (Ignores level = this; level != null; level = level.above) {
      Boolean said = level.own == null ? null : level.own.ignores(path, directory);
      if (said != null) {
        return said;
      }
    }
    return false;
  }
}
