package dev.bylaw.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.fix.Fixed;
import dev.bylaw.engine.fix.Fixer;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Source;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A rule that says how to mend what it finds mends its own examples. */
class FixesTest {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  @TestFactory
  Stream<DynamicTest> mendsWhatFails() {
    List<Source> sources =
        StandardLibrary.packs().stream()
            .filter(pack -> !pack.equals(StandardLibrary.RECOMMENDED))
            .flatMap(pack -> StandardLibrary.sources(pack).stream())
            .toList();
    CheckedPolicy policy = Compiler.compile(sources, Map.of(), SCHEMA).result();
    return policy.rules().stream()
        .filter(rule -> !rule.fixes().isEmpty())
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> mends(rule, policy)));
  }

  private static void mends(CheckedRule rule, CheckedPolicy policy) {
    Plan plan = Planner.plan(new CheckedPolicy(List.of(rule), policy.accesses()), SCHEMA);
    int mended = 0;
    for (CheckedRule.Example example : rule.examples()) {
      if (!example.passes()) {
        Inventory inventory = new Inventory();
        new ManifestReader(Limits.DEFAULT).read("m", example.manifest()).forEach(inventory::add);
        Fixed fixed =
            new Fixer(manifest -> new Evaluator(plan, inventory).evaluate(manifest).findings())
                .fix("m", example.manifest());
        // A rule with more than one cause may have a fix for one of them: that much is said.
        assertThat(fixed.withheld())
            .extracting(Fixed.Withheld::reason)
            .allMatch("the rule would still find something there"::equals);
        mended += fixed.mended().size();
      }
    }
    assertThat(mended).isPositive();
  }
}
