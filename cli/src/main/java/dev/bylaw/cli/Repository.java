package dev.bylaw.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The git repository around a path. */
public final class Repository {
  private Repository() {}

  /** The nearest directory with a {@code .git} in it, the path itself among them; or null. */
  public static @Nullable Path root(Path path) {
    Path root = path;
    while (root != null && !Files.exists(root.resolve(".git"))) {
      root = root.getParent();
    }
    return root;
  }
}
