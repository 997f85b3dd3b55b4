package dev.bylaw.engine.service;

import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.List;

/** What is to be marked in a file. */
final class Problems {
  private final Workspace workspace;

  Problems(Workspace workspace) {
    this.workspace = workspace;
  }

  List<Problem> of(String name) {
    Source file = workspace.file(name);
    if (file == null) {
      return List.of();
    }
    if (Workspace.isRules(name)) {
      return diagnostics(file).stream().map(Problem::of).toList();
    }
    List<Problem> problems = new ArrayList<>();
    Judge.Sitting sitting = workspace.judge().new Sitting(file);
    for (Manifest manifest : workspace.read(file)) {
      manifest.diagnostics().forEach(diagnostic -> problems.add(Problem.of(diagnostic)));
      Judge.Verdict verdict = sitting.of(manifest);
      verdict.findings().forEach(finding -> problems.add(Problem.of(finding)));
      verdict.remarks().forEach(remark -> problems.add(Problem.of(remark)));
    }
    return problems;
  }

  /** What the compiler says of a file; of one of the library only if it is compiled by itself. */
  List<Diagnostic> diagnostics(Source file) {
    Staged<CheckedPolicy> compiled =
        workspace.isOwn(file.name()) ? workspace.compiled() : workspace.compile(List.of(file));
    return compiled.diagnostics().stream()
        .filter(diagnostic -> diagnostic.primary().span().source() == file)
        .toList();
  }
}
