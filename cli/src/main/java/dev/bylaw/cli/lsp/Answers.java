package dev.bylaw.cli.lsp;

import dev.bylaw.engine.service.Action;
import dev.bylaw.engine.service.Coloured;
import dev.bylaw.engine.service.Completion;
import dev.bylaw.engine.service.Edit;
import dev.bylaw.engine.service.Hint;
import dev.bylaw.engine.service.Range;
import dev.bylaw.engine.service.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** What the service answers, in the words of the protocol, for one project. */
final class Answers {
  private final Project project;
  private final Client client;

  Answers(Project project, Client client) {
    this.project = project;
    this.client = client;
  }

  Places places(String name) {
    return new Places(project.source(name), client.encoding());
  }

  org.eclipse.lsp4j.Range range(Range range) {
    return places(range.file()).told(range);
  }

  Location location(Range range) {
    return new Location(project.uri(range.file()), range(range));
  }

  CompletionItem completion(Completion completion) {
    CompletionItem item = new CompletionItem(completion.label());
    item.setKind(kind(completion.kind()));
    if (!completion.detail().isEmpty()) {
      item.setDetail(completion.detail());
    }
    if (completion.documentation() != null) {
      item.setDocumentation(markdown(completion.documentation()));
    }
    item.setTextEdit(Either.forLeft(edit(completion.edit())));
    return item;
  }

  private static CompletionItemKind kind(Completion.Kind kind) {
    return switch (kind) {
      case KEYWORD -> CompletionItemKind.Keyword;
      case OPERATOR -> CompletionItemKind.Operator;
      case FIELD -> CompletionItemKind.Field;
      case WORD -> CompletionItemKind.Constant;
      case VARIABLE -> CompletionItemKind.Variable;
      case VALUE -> CompletionItemKind.EnumMember;
      case KIND -> CompletionItemKind.Class;
      case RULE -> CompletionItemKind.Function;
      case PACK -> CompletionItemKind.Module;
      case TYPE -> CompletionItemKind.TypeParameter;
    };
  }

  static MarkupContent markdown(String text) {
    return new MarkupContent(MarkupKind.MARKDOWN, text);
  }

  private TextEdit edit(Edit edit) {
    return new TextEdit(range(edit.range()), edit.text());
  }

  List<TextEdit> edits(List<Edit> edits) {
    return edits.stream().map(this::edit).toList();
  }

  /** Null if the editor cannot do it: write a file that is not there. */
  @Nullable WorkspaceEdit workspaceEdit(List<Edit> edits) {
    Map<String, List<TextEdit>> byFile = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Edit edit : edits) {
      String file = edit.range().file();
      if (!project.has(file) && !missing.contains(file)) {
        missing.add(file);
      }
      byFile.computeIfAbsent(file, _ -> new ArrayList<>()).add(edit(edit));
    }
    if (!missing.isEmpty() && !client.createsFiles()) {
      return null;
    }
    if (!client.changesDocuments()) {
      Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
      byFile.forEach((file, all) -> changes.put(project.uri(file), all));
      return new WorkspaceEdit(changes);
    }
    List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
    missing.forEach(file -> changes.add(Either.forRight(new CreateFile(project.uri(file)))));
    byFile.forEach((file, all) -> {
      Project.Open open = project.open(file);
      var document =
          new VersionedTextDocumentIdentifier(
              project.uri(file), open == null ? null : open.version());
      changes.add(
          Either.forLeft(
              new TextDocumentEdit(
                  document,
                  List.copyOf(
                      all.stream()
                          .<Either<TextEdit, org.eclipse.lsp4j.SnippetTextEdit>>map(Either::forLeft)
                          .toList()))));
    });
    return new WorkspaceEdit(changes);
  }

  /**
   * An action, or null if the editor cannot do it.
   *
   * @param shown the problems that the editor shows at the place
   */
  @Nullable CodeAction action(Action action, List<Diagnostic> shown) {
    WorkspaceEdit edit = workspaceEdit(action.edits());
    if (edit == null) {
      return null;
    }
    CodeAction told = new CodeAction(action.title());
    told.setKind(CodeActionKind.QuickFix);
    told.setEdit(edit);
    told.setDiagnostics(
        shown.stream()
            .filter(diagnostic -> Either.forLeft(action.mends()).equals(diagnostic.getCode()))
            .toList());
    return told;
  }

  DocumentSymbol symbol(Symbol symbol) {
    return new DocumentSymbol(
        symbol.label(), kind(symbol), range(symbol.range()), range(symbol.name()), symbol.kind());
  }

  static SymbolKind kind(Symbol symbol) {
    return switch (symbol.kind()) {
      case "pack" -> SymbolKind.Package;
      case "rule" -> SymbolKind.Function;
      case "let" -> SymbolKind.Constant;
      case "param" -> SymbolKind.Property;
      case "define" -> SymbolKind.Variable;
      case "test" -> SymbolKind.Method;
      default -> SymbolKind.Event;
    };
  }

  /** The line of the closing bracket stays in sight. */
  FoldingRange fold(Range range) {
    org.eclipse.lsp4j.Range told = range(range);
    String line = project.source(range.file()).line(range.until().line()).strip();
    boolean bracket = line.startsWith("}") || line.startsWith("]") || line.startsWith(")");
    int last = told.getEnd().getLine() - (bracket ? 1 : 0);
    FoldingRange fold = new FoldingRange(told.getStart().getLine(), last);
    if (project.source(range.file()).line(range.from().line()).strip().startsWith("#")) {
      fold.setKind(FoldingRangeKind.Comment);
    }
    return fold;
  }

  InlayHint hint(String name, Hint hint) {
    InlayHint told = new InlayHint(places(name).told(hint.at()), Either.forLeft(hint.text()));
    told.setPaddingRight(true);
    return told;
  }

  /** The types of words, of which {@link #colours} gives the numbers. */
  static List<String> tokenTypes() {
    return Arrays.stream(Coloured.Role.values()).map(Answers::tokenType).distinct().toList();
  }

  private static String tokenType(Coloured.Role role) {
    return switch (role) {
      case COMMENT, KEYWORD, STRING, NUMBER, OPERATOR, VARIABLE ->
          role.name().toLowerCase(Locale.ROOT);
      case REGEX -> "regexp";
      case FIELD -> "property";
      case WORD -> "macro";
      case KIND -> "class";
      case VALUE -> "enumMember";
      case RULE -> "function";
      case PACK -> "namespace";
    };
  }

  /** Five numbers for each word: where it is from the one before, how long, and what it is. */
  List<Integer> colours(String name, List<Coloured> words) {
    List<String> types = tokenTypes();
    Places places = places(name);
    List<Integer> data = new ArrayList<>();
    Position before = new Position(0, 0);
    for (Coloured word : words) {
      org.eclipse.lsp4j.Range range = places.told(word.range());
      Position start = range.getStart();
      int lines = start.getLine() - before.getLine();
      data.add(lines);
      data.add(lines == 0 ? start.getCharacter() - before.getCharacter() : start.getCharacter());
      data.add(range.getEnd().getCharacter() - start.getCharacter());
      data.add(types.indexOf(tokenType(word.role())));
      data.add(0);
      before = start;
    }
    return data;
  }
}
