package dev.bylaw.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.cli.Editors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.LanguageClient;

/** However a text came to be, what is said of it is the same. */
class IncrementalEditsTest {
  private static final String URI = "untitled:a.bylaw";
  private static final String START =
      """
      pack acme
      # 𝒳 and ü
      let bad = [SYS_ADMIN]\r
      rule a {\r
        deny add contains any of bad
        message "{container.name} “adds” it"
      }
      """;

  private final Map<String, PublishDiagnosticsParams> told = new LinkedHashMap<>();

  /** An edit between two shares of the text, each from 0 to 1. */
  record Change(double from, double length, String text) {}

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "x",
                "\n",
                "\r",
                "\r\n",
                "\n\n",
                "image",
                " is absent",
                "{",
                "}",
                "\"",
                "#",
                "𝒳",
                "ü",
                "rule b { deny image is absent }\n",
                "deny imag\n",
                "\"\"\""),
            Arbitraries.strings().ascii().ofMaxLength(4));
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1), Arbitraries.doubles().between(0, 0.3), texts)
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(tries = 60)
  void giveWhatAFreshOpenGives(@ForAll("changes") List<Change> changes) {
    for (Encoding encoding : Encoding.values()) {
      try (Server server = started(encoding)) {
        open(server, START, 1);
        String text = START;
        int version = 1;
        for (Change change : changes) {
          int from = boundary(text, (int) (change.from() * text.length()));
          int until =
              boundary(
                  text, Math.min(text.length(), from + (int) (change.length() * text.length())));
          until = Math.max(from, until);
          change(server, range(text, from, until, encoding), change.text(), ++version);
          text = text.substring(0, from) + change.text() + text.substring(until);
        }
        List<Object> edited = answers(server);
        close(server);
        open(server, text, version);
        assertThat(edited).isEqualTo(answers(server));
      }
    }
  }

  /** Editors do not cut a character or a line's end in two. */
  private static int boundary(String text, int at) {
    int start = at;
    while (start > 0
        && start < text.length()
        && (Character.isLowSurrogate(text.charAt(start))
            || (text.charAt(start) == '\n' && text.charAt(start - 1) == '\r'))) {
      start--;
    }
    return start;
  }

  /** Counted here once more, and otherwise than the server does it. */
  private static Range range(String text, int from, int until, Encoding encoding) {
    return new Range(position(text, from, encoding), position(text, until, encoding));
  }

  private static Position position(String text, int offset, Encoding encoding) {
    String[] lines = text.substring(0, offset).split("\r\n|\r|\n", -1);
    String last = lines[lines.length - 1];
    int units =
        switch (encoding) {
          case UTF_8 -> last.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
          case UTF_16 -> last.length();
          case UTF_32 -> last.codePointCount(0, last.length());
        };
    return new Position(lines.length - 1, units);
  }

  private Server started(Encoding encoding) {
    Server server =
        new Server(
            Editors.folders(Path.of("").toAbsolutePath()),
            bug -> {
              throw new AssertionError(bug);
            });
    server.connect(new Listener());
    ClientCapabilities can = new ClientCapabilities();
    GeneralClientCapabilities general = new GeneralClientCapabilities();
    general.setPositionEncodings(List.of(encoding.kind()));
    can.setGeneral(general);
    InitializeParams params = new InitializeParams();
    params.setCapabilities(can);
    var _ = server.initialize(params).join();
    return server;
  }

  private static void open(Server server, String text, int version) {
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "bylaw", version, text)));
  }

  private static void close(Server server) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(URI)));
  }

  private static void change(Server server, Range range, String text, int version) {
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(URI, version),
                List.of(new TextDocumentContentChangeEvent(range, text))));
  }

  private List<Object> answers(Server server) {
    server.worker().awaitIdle();
    var text = new TextDocumentIdentifier(URI);
    var service = server.getTextDocumentService();
    List<Object> all = new ArrayList<>();
    all.add(service.semanticTokensFull(new SemanticTokensParams(text)).join());
    all.add(service.documentSymbol(new DocumentSymbolParams(text)).join());
    all.add(
        Objects.requireNonNull(told.get(URI)).getDiagnostics().stream()
            .map(d -> d.getRange() + " " + d.getMessage())
            .toList());
    return all;
  }

  private final class Listener implements LanguageClient {
    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
      told.put(params.getUri(), params);
    }

    @Override
    public void telemetryEvent(Object event) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
        ShowMessageRequestParams request) {
      return CompletableFuture.completedFuture(new MessageActionItem("none"));
    }

    @Override
    public void logMessage(MessageParams message) {}
  }
}
