package dev.bylaw.engine.service;

import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
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
    for (Manifest manifest : read(file)) {
      manifest.diagnostics().forEach(diagnostic -> problems.add(Problem.of(diagnostic)));
    }
    findings(file).forEach(finding -> problems.add(Problem.of(finding)));
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

  private static List<Manifest> read(Source file) {
    return new ManifestReader(Limits.DEFAULT).read(file.name(), file.text());
  }

  /** What the rules find in a manifest; rules across objects see all manifests that are there. */
  List<Finding> findings(Source file) {
    Staged<CheckedPolicy> policy = workspace.policy();
    if (policy.hasErrors() || policy.result().rules().isEmpty()) {
      return List.of();
    }
    Plan plan = Planner.plan(policy.result(), workspace.schema());
    Inventory inventory = new Inventory();
    if (plan.needsInventory()) {
      for (Source other : workspace.manifests()) {
        if (other != file) {
          read(other).forEach(inventory::add);
        }
      }
    }
    List<Manifest> manifests = read(file);
    manifests.forEach(inventory::add);
    Evaluator evaluator = new Evaluator(plan, inventory);
    List<Finding> findings = new ArrayList<>();
    manifests.forEach(manifest -> findings.addAll(evaluator.evaluate(manifest).findings()));
    return findings;
  }
}
