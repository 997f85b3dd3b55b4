package dev.bylaw.engine.fix;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.evaluate.Evaluator;
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
import java.util.List;
import java.util.Map;

/** Rules and texts to mended texts. */
final class Mending {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  private final Plan plan;

  private Mending(Plan plan) {
    this.plan = plan;
  }

  static Mending by(String rules) {
    Staged<CheckedPolicy> staged =
        Compiler.compile(List.of(new Source("r.bylaw", rules)), Map.of(), SCHEMA);
    if (staged.hasErrors()) {
      throw new IllegalArgumentException(staged.diagnostics().toString());
    }
    return new Mending(Planner.plan(staged.result(), SCHEMA));
  }

  Fixed fix(String text) {
    return new Fixer(this::findings).fix("manifest.yaml", text);
  }

  List<Finding> mendable(Manifest manifest) {
    List<Finding> found = findings(manifest);
    return found.stream().filter(new Fixer(this::findings).mendable(manifest, found)).toList();
  }

  static List<Manifest> read(String text) {
    return new ManifestReader(Limits.DEFAULT).read("manifest.yaml", text);
  }

  List<Finding> findings(Manifest manifest) {
    return new Evaluator(plan).evaluate(manifest).findings();
  }
}
