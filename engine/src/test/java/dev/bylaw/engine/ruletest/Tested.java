package dev.bylaw.engine.ruletest;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.List;
import java.util.Map;

/** Rules and tests from their text. */
public final class Tested {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  private Tested() {}

  /** The tests of a rule file that compiles. */
  public static RuleTests tests(String text) {
    Staged<CheckedPolicy> compiled =
        Compiler.compile(List.of(new Source("acme.bylaw", text)), Map.of(), SCHEMA);
    if (!compiled.diagnostics().isEmpty()) {
      throw new IllegalArgumentException(compiled.diagnostics().toString());
    }
    return new RuleTests(Planner.plan(compiled.result(), SCHEMA), "2026-11-23", (_, _) -> null);
  }

  /** An example of a rule, with a manifest on one line. */
  public static String example(boolean passes, String manifest) {
    return (passes ? "\n  passes " : "\n  fails ")
        + "\"\"\"\n  ---\n  "
        + manifest
        + "\n  \"\"\"\n";
  }

  /** A Pod on one line; {@code spec} is what stands in its spec beside the braces. */
  public static String pod(String spec) {
    return "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {" + spec + "}}";
  }
}
