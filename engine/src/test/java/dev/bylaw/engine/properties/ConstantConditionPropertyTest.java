package dev.bylaw.engine.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever the compiler says of a condition, that it never or always holds, is true of every
 * manifest out of a few hundred that have each combination of the values that conditions ask for.
 */
class ConstantConditionPropertyTest {
  private static final List<String> ATOMS =
      List.of(
          "spec.replicas is absent",
          "spec.replicas > 1",
          "spec.replicas < 2",
          "spec.replicas <= 3",
          "spec.replicas >= 3",
          "spec.replicas == 2",
          "spec.replicas in [1, 2]",
          "spec.replicas < spec.replicas",
          "(spec.replicas default 1) > 1",
          "(spec.replicas default 1) <= 1",
          "(spec.replicas default spec.revisionHistoryLimit) is absent",
          "(spec.replicas default spec.revisionHistoryLimit) > 1",
          "(spec.revisionHistoryLimit default spec.replicas default 3) < 2",
          "effective.replicas > 1",
          "effective.replicas == 1",
          "(spec.strategy default spec.strategy).type == Recreate",
          "spec.strategy.rollingUpdate.maxUnavailable < 2",
          "spec.strategy.rollingUpdate.maxUnavailable >= 2",
          "spec.strategy.rollingUpdate.maxUnavailable == \"50%\"",
          "spec.paused",
          "spec.paused == false",
          "spec.paused is absent",
          "(spec.paused default false) == true",
          "spec.strategy.type is absent",
          "spec.strategy.type == Recreate",
          "spec.strategy.type in [Recreate, RollingUpdate]",
          "spec.strategy.type like \"R*\"",
          "spec.strategy.type like \"*te\"",
          "spec.strategy is absent",
          "labels[\"a\"] is absent",
          "labels[\"a\"] == \"a\"",
          "labels[\"a\"] in [\"a\", \"ab\"]",
          "labels[\"a\"] like \"a*\"",
          "labels[\"a\"] matches /a?b/",
          "count(spec.template.spec.containers) > 0",
          "count(spec.template.spec.containers) < 1");

  /** Of these it is not seen how many elements they need, so they are left out of the count. */
  private static final List<String> QUANTIFIED =
      List.of(
          "any c in spec.template.spec.containers: c.image == \"i\"",
          "any c in spec.template.spec.containers: c.image == \"i\" and c.name like \"c*\"",
          "all c in spec.template.spec.containers: c.name == \"c\"",
          "no c in spec.template.spec.containers where c.name == \"c\": c.image == \"i\"");

  private static final List<Manifest> MANIFESTS = manifests();

  private static int constant;
  private static int found;
  private static int subsumed;

  @Property(seed = "20261123", tries = 700)
  void whatIsCalledConstantIs(@ForAll("conditions") String condition) {
    Source rule = new Source("rule.bylaw", "rule r { for Deployment deny " + condition + " }");
    Staged<CheckedPolicy> staged = Run.compile(List.of(rule));
    Set<String> codes =
        staged.diagnostics().stream().map(d -> d.code().id()).collect(Collectors.toSet());
    if (codes.stream().anyMatch(code -> !code.startsWith("BY050"))) {
      return;
    }
    Set<Boolean> outcomes = outcomes(condition, codes);
    if (codes.contains("BY0501")) {
      assertThat(outcomes).as("never: %s", condition).containsExactly(false);
    } else if (codes.contains("BY0502")) {
      assertThat(outcomes).as("always: %s", condition).containsExactly(true);
    }
    constant += outcomes.size() == 1 ? 1 : 0;
    found += codes.isEmpty() ? 0 : 1;
  }

  /** Where one rule is said to find nothing of its own, no manifest breaks it alone. */
  @Property(seed = "20261123", tries = 400)
  void whatIsCalledSubsumedIs(
      @ForAll("quantified") String wide, @ForAll("quantified") String narrow) {
    Source rules =
        new Source(
            "rule.bylaw",
            "rule wide { for Deployment deny %s }\nrule narrow { for Deployment deny %s }"
                .formatted(wide, narrow));
    Staged<CheckedPolicy> staged = Run.compile(List.of(rules));
    if (staged.hasErrors() || staged.diagnostics().isEmpty()) {
      return;
    }
    subsumed++;
    Evaluator evaluator = new Evaluator(Run.plan(rules));
    String covered =
        staged.diagnostics().getFirst().primary().span().from().line() == 1 ? "wide" : "narrow";
    String covering = covered.equals("wide") ? "narrow" : "wide";
    for (Manifest manifest : MANIFESTS) {
      Set<String> broken =
          evaluator.evaluate(manifest).findings().stream()
              .map(finding -> finding.ruleId().substring("rule/".length()))
              .collect(Collectors.toSet());
      assertThat(broken.contains(covered) && !broken.contains(covering)).isFalse();
    }
  }

  /** Most of what is constant has to be seen; the rest needs more than one path at a time. */
  @AfterContainer
  static void mostAreFound() {
    assertThat(constant).isGreaterThan(50);
    assertThat(subsumed).isGreaterThan(20);
    assertThat(found * 100).as("%s of %s", found, constant).isGreaterThan(constant * 90);
  }

  /**
   * What the condition comes to. The label makes no difference, for it is {@code on} everywhere,
   * but the compiler cannot know: so it does not refuse the rule once more.
   */
  private static Set<Boolean> outcomes(String condition, Set<String> codes) {
    String beside =
        codes.contains("BY0501") ? "labels[\"z\"] == \"off\" or " : "labels[\"z\"] == \"on\" and ";
    Source rule =
        new Source("rule.bylaw", "rule r { for Deployment deny " + beside + condition + " }");
    Evaluator evaluator = new Evaluator(Run.plan(rule));
    Set<Boolean> outcomes = new TreeSet<>();
    for (Manifest manifest : MANIFESTS) {
      outcomes.add(!evaluator.evaluate(manifest).findings().isEmpty());
    }
    return outcomes;
  }

  private static List<Manifest> manifests() {
    StringBuilder text = new StringBuilder();
    for (String replicas : List.of("", "0", "1", "2", "3", "4")) {
      for (String paused : List.of("", "true", "false")) {
        for (String strategy :
            List.of(
                "",
                "{}",
                "{type: Recreate}",
                "{type: RollingUpdate, rollingUpdate: {maxUnavailable: 1}}",
                "{type: RollingUpdate, rollingUpdate: {maxUnavailable: 50%}}",
                "{rollingUpdate: {maxUnavailable: 2}}")) {
          for (String label : List.of("", "a: a", "a: b", "a: ab", "a: x")) {
            for (String container :
                List.of("", "{name: c, image: i}", "{name: c, image: j}, {name: d, image: i}")) {
              text.append("apiVersion: apps/v1\nkind: Deployment\n");
              text.append("metadata: {name: d, labels: {z: 'on', ")
                  .append(label)
                  .append("}}\nspec:\n");
              text.append("  replicas: ").append(replicas).append("\n  paused: ").append(paused);
              text.append("\n  strategy: ").append(strategy);
              text.append("\n  revisionHistoryLimit: ").append(container.isEmpty() ? "" : "2");
              text.append("\n  template: {spec: {containers: [")
                  .append(container)
                  .append("]}}\n---\n");
            }
          }
        }
      }
    }
    return new ManifestReader(Limits.DEFAULT).read("manifests.yaml", text.toString());
  }

  @Provide
  Arbitrary<String> conditions() {
    return conditions(Arbitraries.of(ATOMS));
  }

  @Provide
  Arbitrary<String> quantified() {
    return conditions(Arbitraries.oneOf(Arbitraries.of(ATOMS), Arbitraries.of(QUANTIFIED)));
  }

  private static Arbitrary<String> conditions(Arbitrary<String> atom) {
    Arbitrary<String> pair =
        Combinators.combine(atom, Arbitraries.of(" and ", " or "), atom)
            .as((a, op, b) -> "(" + a + op + b + ")");
    Arbitrary<String> negated = atom.map(a -> "(not (" + a + "))");
    Arbitrary<String> part = Arbitraries.oneOf(atom, pair, negated);
    return Combinators.combine(part, Arbitraries.of(" and ", " or "), part, part)
        .as((a, op, b, c) -> "(" + a + op + b + op + c + ")");
  }
}
