package dev.bylaw.cli;

import dev.bylaw.cli.lsp.FolderReader;
import java.nio.file.Path;
import java.util.List;

/** Folders as an editor sees them, on a day that never changes. */
public final class Editors {
  private Editors() {}

  public static FolderReader folders(Path directory) {
    Session session = Silent.in(directory, Engine::open);
    return new EditorFolders(Arguments.parse(new LspVerb().model(), List.of()), session);
  }
}
