package dev.bylaw.engine.properties;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Occurrences;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules and manifests from their text to findings. */
final class Run {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  private Run() {}

  static Staged<CheckedPolicy> compile(List<Source> sources) {
    return Compiler.compile(sources, Map.of(), SCHEMA);
  }

  /** The plan of rules that are known to compile. */
  static Plan plan(Source... sources) {
    Staged<CheckedPolicy> staged = compile(List.of(sources));
    if (staged.hasErrors()) {
      throw new IllegalArgumentException(staged.diagnostics().toString());
    }
    return plan(staged.result());
  }

  static Plan plan(CheckedPolicy policy) {
    return Planner.plan(policy, SCHEMA);
  }

  static List<Finding> findings(Plan plan, String text) {
    List<Manifest> manifests = new ManifestReader(Limits.DEFAULT).read("manifest", text);
    Inventory inventory = new Inventory();
    manifests.forEach(inventory::add);
    Evaluator evaluator = new Evaluator(plan, inventory);
    Occurrences occurrences = new Occurrences();
    List<Finding> findings = new ArrayList<>();
    for (Manifest manifest : manifests) {
      findings.addAll(occurrences.apply(evaluator.evaluate(manifest)).findings());
    }
    return findings;
  }
}
