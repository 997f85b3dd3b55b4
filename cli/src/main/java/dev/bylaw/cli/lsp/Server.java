package dev.bylaw.cli.lsp;

import dev.bylaw.cli.Bylaw;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The life of the server: what it can do, which folders it looks at, and how it ends. */
final class Server implements LanguageServer, AutoCloseable {
  private final Pages pages = new Pages();
  private final Worker worker;
  private final Projects projects;
  private final Publisher publisher;
  private final TextRequests texts;
  private final WorkspaceRequests workspace;
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private volatile Client client = Client.UNKNOWN;
  private volatile @Nullable LanguageClient editor;
  private volatile boolean isInitialized;
  private volatile boolean isShutDown;

  /**
   * A server that is not connected yet.
   *
   * @param log takes what should not happen
   */
  Server(FolderReader reader, Consumer<Throwable> log) {
    this.worker = new Worker(this::step, log);
    this.projects = new Projects(reader, pages);
    this.publisher = new Publisher(reader, pages, () -> client, () -> editor);
    this.texts = new TextRequests(projects, worker, publisher, () -> client);
    this.workspace = new WorkspaceRequests(reader, projects, worker, publisher, () -> client);
    worker.start();
  }

  void connect(LanguageClient to) {
    editor = to;
  }

  Worker worker() {
    return worker;
  }

  /** Ends when the editor says so: with true if it did so in due form. */
  CompletableFuture<Boolean> ended() {
    return ended;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (isInitialized) {
      return CompletableFuture.failedFuture(
          new ResponseErrorException(
              new ResponseError(
                  ResponseErrorCode.InvalidRequest, "this server is initialized already", null)));
    }
    client = Client.of(params.getCapabilities());
    isInitialized = true;
    worker.refuse(null);
    List<Path> folders = folders(params);
    worker.tell(() -> folders.forEach(projects::add));
    return CompletableFuture.completedFuture(
        new InitializeResult(capabilities(), new ServerInfo("bylaw", Bylaw.version())));
  }

  @SuppressWarnings("deprecation") // What was there before folders: older editors say it.
  private static List<Path> folders(InitializeParams params) {
    List<String> uris = new ArrayList<>();
    if (params.getWorkspaceFolders() != null) {
      params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri).forEach(uris::add);
    } else if (params.getRootUri() != null) {
      uris.add(params.getRootUri());
    } else if (params.getRootPath() != null) {
      uris.add(Path.of(params.getRootPath()).toUri().toString());
    }
    return uris.stream().map(Uris::path).filter(java.util.Objects::nonNull).toList();
  }

  private ServerCapabilities capabilities() {
    ServerCapabilities can = new ServerCapabilities();
    can.setPositionEncoding(client.encoding().kind());
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    can.setTextDocumentSync(sync);
    can.setCompletionProvider(new CompletionOptions(false, List.of(".", "/", "\"", "{")));
    can.setHoverProvider(true);
    can.setDefinitionProvider(true);
    can.setReferencesProvider(true);
    can.setDocumentHighlightProvider(true);
    can.setDocumentSymbolProvider(true);
    can.setWorkspaceSymbolProvider(true);
    can.setDocumentFormattingProvider(true);
    can.setFoldingRangeProvider(true);
    can.setInlayHintProvider(true);
    can.setRenameProvider(new RenameOptions(true));
    can.setCodeActionProvider(
        new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActionKind.SourceFixAll)));
    can.setSemanticTokensProvider(
        new SemanticTokensWithRegistrationOptions(
            new SemanticTokensLegend(Answers.tokenTypes(), List.of()), true, false));
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    WorkspaceServerCapabilities inWorkspace = new WorkspaceServerCapabilities();
    inWorkspace.setWorkspaceFolders(folders);
    can.setWorkspace(inWorkspace);
    return can;
  }

  @Override
  public void initialized(InitializedParams params) {
    LanguageClient listener = editor;
    if (client.watches() && listener != null) {
      List<FileSystemWatcher> watchers =
          List.of(new FileSystemWatcher(Either.forLeft("**/*.{bylaw,yaml,yml,json}")));
      var _ =
          listener.registerCapability(
              new RegistrationParams(
                  List.of(
                      new Registration(
                          "files",
                          "workspace/didChangeWatchedFiles",
                          new DidChangeWatchedFilesRegistrationOptions(watchers)))));
    }
    worker.tell(() -> {
      for (Project project : projects.all()) {
        String remark = project.root() == null ? null : project.folder().remark();
        if (remark != null && listener != null) {
          listener.logMessage(new MessageParams(MessageType.Warning, remark));
        }
      }
    });
  }

  /** Finds out what is wrong with one file that was not looked at since it changed. */
  private boolean step() {
    for (Project project : projects.all()) {
      String name = project.nextDirty();
      if (name != null) {
        publisher.publish(project, name);
        return true;
      }
    }
    return false;
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    CompletableFuture<Object> answer = worker.ask("none", () -> null);
    isShutDown |= isInitialized;
    worker.refuse(
        new ResponseError(ResponseErrorCode.InvalidRequest, "after `shutdown` comes `exit`", null));
    return answer;
  }

  @Override
  public void exit() {
    end();
  }

  /** The editor is gone without a word. */
  void lost() {
    end();
  }

  /** What was asked before the goodbye is answered before the end. */
  private void end() {
    if (isShutDown) {
      worker.last(() -> ended.complete(true));
    } else {
      ended.complete(false);
    }
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // Nothing is traced: what is said is said to the editor's log.
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return texts;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspace;
  }

  /** What an editor is told of something that should not happen. */
  static ResponseError error(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof ResponseErrorException)) {
      cause = cause.getCause();
    }
    return cause instanceof ResponseErrorException known
        ? known.getResponseError()
        : new ResponseError(
            ResponseErrorCode.InternalError,
            "this is a bug in Bylaw, not in your files: " + cause.getClass().getSimpleName(),
            null);
  }

  @Override
  public void close() {
    worker.close();
    pages.close();
  }
}
