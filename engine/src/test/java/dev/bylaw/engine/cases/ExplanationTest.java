package dev.bylaw.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Explainer;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.explain.Explanation.Outcome;
import dev.bylaw.engine.explain.Trace;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.waiver.Terms;
import dev.bylaw.grammar.tree.Rule.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Over every case of the evaluator: an explanation comes to what the evaluator comes to, and each
 * part of a tree to what its own parts make of it.
 */
class ExplanationTest {
  @TestFactory
  Stream<DynamicTest> everyCaseIsExplainedAsItIsDecided() throws IOException {
    return EvalCasesTest.folders().stream()
        .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> check(folder)));
  }

  private static void check(Path folder) throws IOException {
    Schema schema = Cases.schema(folder.resolve("definitions.yaml"));
    CheckedPolicy policy =
        Cases.compile(Cases.sources(folder.resolve("policy.bylaw")), schema).result();
    List<Manifest> manifests = EvalCasesTest.read(folder);
    Inventory inventory = new Inventory();
    manifests.forEach(inventory::add);
    Waivers waivers = new Waivers(policy.waivers(), "2026-11-23");
    Terms terms = Terms.of(policy, _ -> false, "2026-11-23");
    for (CheckedRule rule : policy.rules()) {
      // By itself: what another rule finds wrong with a manifest can silence this one.
      CheckedPolicy one = new CheckedPolicy(List.of(rule), policy.accesses());
      Plan plan = Planner.plan(one, schema);
      Evaluator evaluator = new Evaluator(plan, inventory);
      Explainer explainer = new Explainer(rule, plan, inventory, waivers, terms);
      for (Manifest manifest : manifests) {
        List<Explanation> all = explainer.explain(manifest);
        agrees(rule, all, waivers.apply(evaluator.evaluate(manifest)));
        all.forEach(ExplanationTest::isWhole);
        assertThat(all).hasSizeGreaterThanOrEqualTo(manifest.resources().size());
      }
    }
  }

  private static void agrees(CheckedRule rule, List<Explanation> all, Evaluation evaluation) {
    List<String> decided =
        evaluation.findings().stream()
            .filter(finding -> finding.ruleId().equals(rule.id()))
            .map(ExplanationTest::text)
            .sorted()
            .toList();
    List<String> explained =
        all.stream()
            .flatMap(why -> why.findings().stream())
            .map(ExplanationTest::text)
            .sorted()
            .toList();
    assertThat(explained).as(rule.id()).isEqualTo(decided);
    assertThat(all.stream().anyMatch(why -> why.outcome() != Outcome.NOT_APPLICABLE))
        .as("%s applies", rule.id())
        .isEqualTo(evaluation.applied().contains(rule.id()));
  }

  private static String text(Finding finding) {
    return finding.outcome() + " " + finding.path() + " " + finding.message();
  }

  private static void isWhole(Explanation why) {
    if (why.when() != null) {
      consistent(why.when());
      assertThat(why.when().holds()).isEqualTo(why.condition() != null);
    }
    if (why.condition() != null) {
      consistent(why.condition());
      boolean broken = why.condition().holds() == (why.rule().verdict() == Verdict.DENY);
      assertThat(why.outcome() != Outcome.PASSED).isEqualTo(broken);
      assertThat(why.condition().decides()).isTrue();
    }
  }

  private static void consistent(Trace trace) {
    switch (trace) {
      case Trace.Junction junction -> {
        List<Boolean> parts = junction.parts().stream().map(Trace::holds).toList();
        assertThat(junction.holds()).as(trace.text()).isEqualTo(joined(junction.joint(), parts));
        decided(trace, junction.parts().stream().map(Trace::decides).toList());
        junction.parts().forEach(ExplanationTest::consistent);
      }
      case Trace.Named named -> consistent(named.meaning());
      case Trace.Test test -> {
        for (Trace.Item item : test.items().shown()) {
          assertThat(!item.decides() || test.decides()).as(trace.text()).isTrue();
        }
      }
      case Trace.Quantified quantified -> quantified(quantified);
    }
  }

  private static void quantified(Trace.Quantified quantified) {
    List<Boolean> counted = new ArrayList<>();
    List<Boolean> deciding = new ArrayList<>();
    for (Trace.Element element : quantified.elements().shown()) {
      deciding.add(element.decides());
      if (element.counts()) {
        counted.add(element.holds());
      } else {
        assertThat(element.where()).isNotNull();
      }
      if (element.where() != null) {
        assertThat(element.where().holds()).isEqualTo(element.counts());
        consistent(element.where());
      }
      if (element.condition() != null) {
        consistent(element.condition());
      }
    }
    // What was left out does not decide, so what is shown comes to the same.
    assertThat(quantified.holds())
        .as(quantified.text())
        .isEqualTo(joined(quantified.joint(), counted));
    if (!deciding.isEmpty()) {
      decided(quantified, deciding);
    }
  }

  private static boolean joined(Trace.Joint joint, List<Boolean> parts) {
    return switch (joint) {
      case ALL -> !parts.contains(false);
      case ANY -> parts.contains(true);
      case NONE -> !parts.contains(true);
    };
  }

  /** What decides does so through one of its parts, and nothing decides below what does not. */
  private static void decided(Trace whole, List<Boolean> parts) {
    assertThat(parts.contains(true)).as(whole.text()).isEqualTo(whole.decides());
  }
}
