package dev.bylaw.cli.lsp;

import dev.bylaw.engine.service.Action;
import dev.bylaw.engine.service.Edit;
import dev.bylaw.engine.service.LanguageService;
import dev.bylaw.engine.service.Renaming;
import dev.bylaw.grammar.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** What an editor asks of one text. Of a text that is not known there is nothing to be said. */
final class TextRequests implements TextDocumentService {
  private final Projects projects;
  private final Worker worker;
  private final Publisher publisher;
  private final Supplier<Client> client;

  TextRequests(Projects projects, Worker worker, Publisher publisher, Supplier<Client> client) {
    this.projects = projects;
    this.worker = worker;
    this.publisher = publisher;
    this.client = client;
  }

  /** A text that is asked about. */
  private record Text(Project project, String name, Answers answers) {
    LanguageService service() {
      return project.service();
    }

    Position position(org.eclipse.lsp4j.Position position) {
      return answers.places(name).meant(position);
    }
  }

  private Text text(TextDocumentIdentifier document) {
    Projects.File file = projects.file(document.getUri());
    return new Text(file.project(), file.name(), new Answers(file.project(), client.get()));
  }

  private <T> CompletableFuture<T> ask(
      TextDocumentPositionParams params, BiFunction<Text, Position, @Nullable T> question) {
    return worker.ask(
        params,
        () -> {
          Text text = text(params.getTextDocument());
          return question.apply(text, text.position(params.getPosition()));
        });
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    TextDocumentItem item = params.getTextDocument();
    worker.tell(() -> {
      publisher.opened(item.getUri());
      Projects.File file = projects.file(item.getUri(), item.getLanguageId());
      file.project()
          .opened(
              file.name(),
              new Project.Open(item.getUri(), withoutMark(item.getText()), item.getVersion()));
    });
  }

  /** Most editors keep a byte order mark to themselves. */
  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    worker.tell(() -> {
      Projects.File file = projects.file(params.getTextDocument().getUri());
      Project.Open before = file.project().open(file.name());
      if (before == null) {
        return;
      }
      String text =
          Places.changed(before.text(), params.getContentChanges(), client.get().encoding());
      file.project()
          .opened(
              file.name(),
              new Project.Open(before.uri(), text, params.getTextDocument().getVersion()));
    });
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    worker.tell(() -> {
      Projects.File file = projects.file(params.getTextDocument().getUri());
      file.project().closed(file.name());
      if (!Project.isRules(file.name()) || !file.project().has(file.name())) {
        publisher.retract(params.getTextDocument().getUri());
      }
    });
  }

  /** What was saved was told before; a configuration counts from here on. */
  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    worker.tell(() -> {
      Projects.File file = projects.file(params.getTextDocument().getUri());
      if (file.name().equals("bylaw.yaml") || file.name().endsWith("/bylaw.yaml")) {
        file.project().reload();
      }
    });
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return ask(
        params,
        (text, at) ->
            Either.forRight(
                new CompletionList(
                    false,
                    text.service().complete(text.name(), at).stream()
                        .map(text.answers()::completion)
                        .toList())));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return ask(
        params,
        (text, at) -> {
          var hover = text.service().hover(text.name(), at);
          return hover == null
              ? null
              : new Hover(Answers.markdown(hover.markdown()), text.answers().range(hover.range()));
        });
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return ask(
        params,
        (text, at) -> {
          var range = text.service().definition(text.name(), at);
          return Either.forLeft(
              range == null || !text.project().has(range.file())
                  ? List.of()
                  : List.of(text.answers().location(range)));
        });
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    return ask(
        params,
        (text, at) -> {
          var definition =
              params.getContext().isIncludeDeclaration()
                  ? null
                  : text.service().definition(text.name(), at);
          return text.service().references(text.name(), at).stream()
              .filter(range -> !range.equals(definition))
              .map(text.answers()::location)
              .toList();
        });
  }

  @Override
  public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    return ask(
        params,
        (text, at) ->
            text.service().references(text.name(), at).stream()
                .filter(range -> range.file().equals(text.name()))
                .map(range -> new DocumentHighlight(text.answers().range(range)))
                .toList());
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return worker.ask(
        params,
        () -> {
          Text text = text(params.getTextDocument());
          List<Either<SymbolInformation, DocumentSymbol>> symbols = new ArrayList<>();
          text.service()
              .symbols(text.name())
              .forEach(symbol -> symbols.add(Either.forRight(text.answers().symbol(symbol))));
          return symbols;
        });
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    return worker.ask(
        params,
        () -> {
          Text text = text(params.getTextDocument());
          return text.answers().edits(text.service().format(text.name()));
        });
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return worker.ask(
        params,
        () -> {
          Text text = text(params.getTextDocument());
          return text.service().folds(text.name()).stream()
              .map(text.answers()::fold)
              .filter(fold -> fold.getStartLine() < fold.getEndLine())
              .toList();
        });
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    return worker.ask(
        params,
        () -> {
          Text text = text(params.getTextDocument());
          return new SemanticTokens(
              text.answers().colours(text.name(), text.service().colours(text.name())));
        });
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return worker.ask(
        params,
        () -> {
          Text text = text(params.getTextDocument());
          int first = params.getRange().getStart().getLine();
          int last = params.getRange().getEnd().getLine();
          return text.service().hints(text.name()).stream()
              .map(hint -> text.answers().hint(text.name(), hint))
              .filter(hint -> isBetween(hint.getPosition().getLine(), first, last))
              .toList();
        });
  }

  private static boolean isBetween(int line, int first, int last) {
    return first <= line && line <= last;
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return ask(
        params,
        (text, at) -> {
          var range = text.service().renamable(text.name(), at);
          return range == null ? null : Either3.forFirst(text.answers().range(range));
        });
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    return ask(
        params,
        (text, at) -> {
          Renaming renaming = text.service().rename(text.name(), at, params.getNewName());
          if (renaming.refusal() != null) {
            throw new ResponseErrorException(
                new ResponseError(
                    ResponseErrorCode.RequestFailed, "cannot rename: " + renaming.refusal(), null));
          }
          return text.answers().workspaceEdit(renaming.edits());
        });
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    return worker.ask(
        params,
        () -> {
          Text text = text(params.getTextDocument());
          List<String> only = params.getContext().getOnly();
          List<Either<Command, CodeAction>> told = new ArrayList<>();
          if (only == null || isAsked(only, CodeActionKind.QuickFix)) {
            quickFixes(text, params, told);
          }
          // It takes a proof for each finding of the file: only who asks for it waits for it.
          if (only != null && isAsked(only, CodeActionKind.SourceFixAll)) {
            fixAll(text, told);
          }
          return told;
        });
  }

  /** A kind is asked for by its name, or by that of a kind above it. */
  private static boolean isAsked(List<String> only, String kind) {
    return only.stream()
        .anyMatch(asked -> asked.isEmpty() || kind.equals(asked) || kind.startsWith(asked + "."));
  }

  private static void quickFixes(
      Text text, CodeActionParams params, List<Either<Command, CodeAction>> told) {
    Range range = params.getRange();
    List<Action> actions =
        text.project()
            .judging()
            .actions(text.name(), text.position(range.getStart()), text.position(range.getEnd()));
    for (Action action : actions) {
      CodeAction one = text.answers().action(action, params.getContext().getDiagnostics());
      if (one != null) {
        told.add(Either.forRight(one));
      }
    }
  }

  private static void fixAll(Text text, List<Either<Command, CodeAction>> told) {
    List<Edit> edits = text.project().judging().fixAll(text.name());
    WorkspaceEdit edit = edits.isEmpty() ? null : text.answers().workspaceEdit(edits);
    if (edit != null) {
      CodeAction all = new CodeAction("Mend all that `bylaw fix` can");
      all.setKind(CodeActionKind.SourceFixAll);
      all.setEdit(edit);
      told.add(Either.forRight(all));
    }
  }
}
