package dev.bylaw.cli.lsp;

import dev.bylaw.engine.service.Problem;
import dev.bylaw.engine.service.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Tells an editor what is wrong with files, whenever that may have changed. */
final class Publisher {
  private static final String SOURCE = "bylaw";

  /** Codes of what is there for nothing: editors show it faded. */
  private static final Set<String> FOR_NOTHING = Set.of("BY0208", "BY0503", "BY0505", "BY0506");

  private final FolderReader reader;
  private final Pages pages;
  private final Supplier<Client> client;
  private final Supplier<@Nullable LanguageClient> editor;
  private final Map<String, PublishDiagnosticsParams> told = new LinkedHashMap<>();

  Publisher(
      FolderReader reader,
      Pages pages,
      Supplier<Client> client,
      Supplier<@Nullable LanguageClient> editor) {
    this.reader = reader;
    this.pages = pages;
    this.client = client;
    this.editor = editor;
  }

  /** Says what is wrong with one file; of files that are not open only if anything is or was. */
  void publish(Project project, String name) {
    Project.Open open = project.open(name);
    String uri = project.uri(name);
    List<Diagnostic> diagnostics = diagnostics(project, name, open);
    var news = new PublishDiagnosticsParams(uri, diagnostics, open == null ? null : open.version());
    boolean worthIt = open != null || !diagnostics.isEmpty() || told.containsKey(uri);
    LanguageClient listener = editor.get();
    if (worthIt && listener != null && !news.equals(told.put(uri, news))) {
      listener.publishDiagnostics(news);
    }
  }

  /** Editors forget what they were told of a text that they close. */
  void opened(String uri) {
    told.remove(uri);
  }

  /** Takes back what was told of a file. */
  void retract(String uri) {
    LanguageClient listener = editor.get();
    if (told.remove(uri) != null && listener != null) {
      listener.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
    }
  }

  private List<Diagnostic> diagnostics(Project project, String name, Project.@Nullable Open open) {
    if (open != null && open.text().length() > Project.LARGE) {
      return List.of(
          remark(
              "this text is too large to be looked at while it is written; `bylaw check` reads it",
              DiagnosticSeverity.Information));
    }
    Path path = project.path(name);
    if (open != null && path != null && reader.isConfiguration(path)) {
      return configuration(project, name, open.text(), path);
    }
    if (Project.isRules(name)) {
      return told(project, project.service().problems(name));
    }
    return open != null && project.isManifest(name) ? manifest(project, name) : List.of();
  }

  private List<Diagnostic> configuration(Project project, String name, String text, Path path) {
    Places places = new Places(new dev.bylaw.grammar.Source(name, text), client.get().encoding());
    List<Diagnostic> all = new ArrayList<>();
    for (dev.bylaw.grammar.Diagnostic fault : reader.problems(text, path)) {
      var span = fault.primary().span();
      all.add(
          diagnostic(
              places.told(span.from(), span.until()),
              fault.isError() ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
              fault.code().id(),
              fault.message(),
              fault.help()));
    }
    String fault = project.folder().fault();
    if (all.isEmpty() && fault != null) {
      all.add(remark(fault, DiagnosticSeverity.Error));
    }
    return all;
  }

  /** Whatever keeps rules from judging is said: a file without marks must be one without faults. */
  private List<Diagnostic> manifest(Project project, String name) {
    List<Problem> problems = project.judging().problems(name);
    List<Diagnostic> all = told(project, problems);
    String fault = project.folder().fault();
    if (fault != null) {
      all.addFirst(remark("this is judged by no rule: " + fault, DiagnosticSeverity.Warning));
    } else if (!project.service().compiles()) {
      all.addFirst(
          remark(
              "the rule files of this folder have errors, so only standard packs judge this",
              DiagnosticSeverity.Information));
    }
    return all;
  }

  private static Diagnostic remark(String message, DiagnosticSeverity severity) {
    Position start = new Position(0, 0);
    return new Diagnostic(new org.eclipse.lsp4j.Range(start, start), message, severity, SOURCE);
  }

  private List<Diagnostic> told(Project project, List<Problem> problems) {
    Answers answers = new Answers(project, client.get());
    List<Diagnostic> all = new ArrayList<>();
    for (Problem problem : problems) {
      Diagnostic diagnostic =
          diagnostic(
              answers.range(problem.range()),
              severity(problem.level()),
              problem.code(),
              problem.message(),
              problem.help());
      List<DiagnosticRelatedInformation> related =
          problem.related().stream()
              .filter(other -> !other.text().isEmpty() && isKnown(project, other.range()))
              .map(other ->
                  new DiagnosticRelatedInformation(answers.location(other.range()), other.text()))
              .toList();
      if (!related.isEmpty()) {
        diagnostic.setRelatedInformation(related);
      }
      all.add(diagnostic);
    }
    return all;
  }

  private static boolean isKnown(Project project, Range range) {
    return project.has(range.file());
  }

  private Diagnostic diagnostic(
      org.eclipse.lsp4j.Range range,
      DiagnosticSeverity severity,
      String code,
      String message,
      @Nullable String help) {
    String text = help == null ? message : message + "\nhelp: " + help;
    Diagnostic diagnostic = new Diagnostic(range, text, severity, SOURCE, code);
    String page = pages.code(code);
    if (page != null) {
      diagnostic.setCodeDescription(new DiagnosticCodeDescription(page));
    }
    if (FOR_NOTHING.contains(code)) {
      diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
    }
    return diagnostic;
  }

  private static DiagnosticSeverity severity(Problem.Level level) {
    return switch (level) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }
}
