package dev.bylaw.cli.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What an editor says and asks of its folders. */
final class WorkspaceRequests implements WorkspaceService {
  private final FolderReader reader;
  private final Projects projects;
  private final Worker worker;
  private final Publisher publisher;
  private final Supplier<Client> client;

  WorkspaceRequests(
      FolderReader reader,
      Projects projects,
      Worker worker,
      Publisher publisher,
      Supplier<Client> client) {
    this.reader = reader;
    this.projects = projects;
    this.worker = worker;
    this.publisher = publisher;
    this.client = client;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    // The server has no settings of its own: `bylaw.yaml` is one that the terminal and CI share.
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    worker.tell(() -> {
      for (FileEvent event : params.getChanges()) {
        Path path = Uris.path(event.getUri());
        if (path == null) {
          continue;
        }
        Project project = projects.of(path);
        if (reader.isConfiguration(path)) {
          projects.all().forEach(Project::reload);
        } else if (project.root() != null) {
          project.changedOnDisk(path);
          if (!project.has(project.name(path))) {
            publisher.retract(event.getUri());
          }
        }
      }
    });
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    worker.tell(() -> {
      for (WorkspaceFolder folder : params.getEvent().getRemoved()) {
        Path path = Uris.path(folder.getUri());
        Project gone = path == null ? null : projects.remove(path);
        if (gone != null) {
          gone.ruleFiles().forEach(name -> publisher.retract(gone.uri(name)));
        }
      }
      for (WorkspaceFolder folder : params.getEvent().getAdded()) {
        Path path = Uris.path(folder.getUri());
        if (path != null) {
          projects.add(path);
        }
      }
    });
  }

  @Override
  public CompletableFuture<
          Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
      symbol(WorkspaceSymbolParams params) {
    return worker.ask(
        params,
        () -> {
          String query = params.getQuery().toLowerCase(Locale.ROOT);
          List<WorkspaceSymbol> found = new ArrayList<>();
          for (Project project : projects.all()) {
            Answers answers = new Answers(project, client.get());
            for (String file : project.ruleFiles()) {
              project.service().symbols(file).stream()
                  .filter(symbol -> symbol.label().toLowerCase(Locale.ROOT).contains(query))
                  .forEach(symbol ->
                      found.add(
                          new WorkspaceSymbol(
                              symbol.label(),
                              Answers.kind(symbol),
                              Either.forLeft(answers.location(symbol.name())))));
            }
          }
          return Either.forRight(found);
        });
  }
}
