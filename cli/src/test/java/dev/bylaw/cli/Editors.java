package dev.bylaw.cli;

import dev.bylaw.cli.lsp.FolderReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/** Folders as an editor sees them, on a day that never changes. */
public final class Editors {
  private Editors() {}

  public static FolderReader folders(Path directory) {
    Output nowhere = new Output(new ByteArrayOutputStream());
    Session session =
        new Session(
            Engine::open,
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            directory,
            () -> "2026-11-23",
            Map.of(),
            false,
            false);
    return new EditorFolders(Arguments.parse(new LspVerb().model(), java.util.List.of()), session);
  }
}
