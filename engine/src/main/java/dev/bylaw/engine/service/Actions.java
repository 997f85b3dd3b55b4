package dev.bylaw.engine.service;

import dev.bylaw.engine.check.CheckCode;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.tree.Declaration;
import dev.bylaw.grammar.tree.Name;
import dev.bylaw.grammar.tree.PolicyFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done about problems: what their diagnostics propose, and a little more. */
final class Actions {
  private final Workspace workspace;

  Actions(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Action> of(String name, Position from, Position until) {
    Source file = workspace.file(name);
    if (file == null) {
      return List.of();
    }
    if (!Workspace.isRules(name)) {
      return new ManifestActions(workspace).of(file, from, until);
    }
    List<Action> actions = new ArrayList<>();
    for (Diagnostic diagnostic : new Problems(workspace).diagnostics(file)) {
      if (Range.of(diagnostic.primary().span()).meets(from, until)) {
        add(diagnostic, file, actions);
      }
    }
    return actions;
  }

  private void add(Diagnostic diagnostic, Source file, List<Action> actions) {
    String code = diagnostic.code().id();
    for (Diagnostic.Fix fix : diagnostic.fixes()) {
      actions.add(new Action(fix.title(), code, fix.edits().stream().map(Edit::of).toList()));
    }
    if (diagnostic.code() instanceof CheckCode name && isUnknown(name)) {
      uses(code, diagnostic.primary().span(), file, actions);
    }
  }

  /** Where a capability or a value is expected, a word that is none is taken for a wrong one. */
  private static boolean isUnknown(CheckCode code) {
    return code == CheckCode.UNKNOWN_NAME
        || code == CheckCode.UNKNOWN_CAPABILITY
        || code == CheckCode.UNKNOWN_VALUE;
  }

  /** A word that is unknown here may be one that a standard pack defines. */
  private void uses(String code, Span word, Source file, List<Action> actions) {
    for (Map.Entry<String, List<Source>> pack : workspace.library().entrySet()) {
      boolean defines =
          pack.getValue().stream()
              .filter(source -> source.text().contains(word.text()))
              .anyMatch(source -> defines(workspace.parse(source).result(), word.text()));
      if (defines) {
        actions.add(
            new Action("Add `use " + pack.getKey() + "`", code, List.of(use(pack.getKey(), file))));
      }
    }
  }

  private static boolean defines(PolicyFile file, String word) {
    return file.declarations().stream()
        .map(Actions::nameOf)
        .anyMatch(name -> name != null && name.text().equals(word));
  }

  private static @Nullable Name nameOf(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Let let -> let.name();
      case Declaration.Definition definition -> definition.name();
      case Declaration.Parameter parameter -> parameter.name();
      case dev.bylaw.grammar.tree.Rule _,
          dev.bylaw.grammar.tree.RuleTest _,
          dev.bylaw.grammar.tree.Waiver _ ->
          null;
    };
  }

  /** Behind the last {@code use}, else behind {@code pack}, else at the top. */
  private Edit use(String pack, Source file) {
    PolicyFile tree = workspace.parse(file).result();
    Span before =
        !tree.uses().isEmpty()
            ? tree.uses().getLast().span()
            : tree.pack() == null ? null : tree.pack().span();
    int at = before == null ? 0 : before.end();
    String text = before == null ? "use " + pack + "\n\n" : "\nuse " + pack;
    return Edit.of(new Span(file, at, at), text);
  }
}
