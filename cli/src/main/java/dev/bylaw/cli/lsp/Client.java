package dev.bylaw.cli.lsp;

import java.util.List;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * What an editor can do, as far as it matters here.
 *
 * @param createsFiles whether an edit may create a file
 * @param changesDocuments whether an edit may say which version of a text it is for
 * @param watches whether it can be asked to watch files
 */
record Client(Encoding encoding, boolean createsFiles, boolean changesDocuments, boolean watches) {
  /** One that said nothing yet. */
  static final Client UNKNOWN = new Client(Encoding.UTF_16, false, false, false);

  static Client of(@Nullable ClientCapabilities can) {
    var workspace = find(can, ClientCapabilities::getWorkspace);
    var edit = find(workspace, w -> w.getWorkspaceEdit());
    var operations = find(edit, e -> e.getResourceOperations());
    boolean documents = isTrue(find(edit, e -> e.getDocumentChanges()));
    return new Client(
        Encoding.of(find(find(can, ClientCapabilities::getGeneral), g -> g.getPositionEncodings())),
        documents && operations != null && List.copyOf(operations).contains("create"),
        documents,
        isTrue(
            find(
                find(workspace, w -> w.getDidChangeWatchedFiles()),
                w -> w.getDynamicRegistration())));
  }

  private static <A, B> @Nullable B find(@Nullable A from, Function<A, @Nullable B> next) {
    return from == null ? null : next.apply(from);
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return value != null && value;
  }
}
