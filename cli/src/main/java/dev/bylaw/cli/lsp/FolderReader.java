package dev.bylaw.cli.lsp;

import dev.bylaw.grammar.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what a folder holds and what its configuration says. */
public interface FolderReader {
  /**
   * Reads a folder. What is wrong with its configuration is its {@link Folder#fault}.
   *
   * @param folder null for files that lie in none: nothing configures them
   */
  Folder read(@Nullable Path folder);

  /** What is wrong with a configuration as it is being written. */
  List<Diagnostic> problems(String text, Path configuration);

  /** Whether a file is a configuration, by its name. */
  boolean isConfiguration(Path file);
}
