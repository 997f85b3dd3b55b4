package dev.bylaw.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Explainer;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.fix.Fixer;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.engine.service.LanguageService;
import dev.bylaw.engine.waiver.Terms;
import dev.bylaw.grammar.Parser;
import dev.bylaw.grammar.Position;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made to be slow is stopped, at the same step each time; everything else is as ever. */
class BudgetTest {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  /** Three quantifiers over one list: a thousand elements are a thousand million triples. */
  private static final String NESTED =
      rule(
          "for pod\n deny any a in volumes: any b in volumes: any c in volumes:"
              + " a.name == \"x\" and b.name == \"y\" and c.name == \"z\"");

  private static final int FEW = 200_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for pod\n deny any a in volumes: any b in volumes: any c in volumes: c.name == \"x\"",
        "for container\n deny command contains any of args",
        "for container\n deny any e in env: e.value matches /(a|aa|b?){40}c/",
        "for container\n deny any e in env: e.value like \"*a*b*a*b*a*b*a*b*a*b*a*b*a*b*a*b*c*\"",
        "for container\n deny any e in env: e.name like \"e*\"",
        "for any resource\n deny any k, a in metadata.labels: any l, b in metadata.labels:"
            + " a == \"x\" and b == \"y\"",
      })
  void aSlowRuleIsStopped(String rule) {
    assertStopped(() -> findings(plan(rule(rule)).within(Steps.of(FEW)), pod(700)));
    findings(plan(rule(rule)).within(Steps.of(FEW)), pod(2));
  }

  @Test
  void whatLooksAtOtherObjectsIsStopped() {
    Plan plan =
        plan(
            rule(
                "for Deployment\n require exists PodDisruptionBudget b where b.spec.selector selects spec.template"));
    assertStopped(() -> findings(plan.within(Steps.of(FEW)), deployments(100)));
    assertThat(findings(plan.within(Steps.of(FEW)), deployments(3))).hasSize(3);
  }

  @Test
  void theBudgetIsForAllDocumentsTogether() {
    Plan plan = plan(rule("for pod\n deny hostNetwork"));
    String document = pod(1) + "---\n";
    findings(plan.within(Steps.of(100)), document);
    assertStopped(() -> findings(plan.within(Steps.of(100)), document.repeat(100)));
  }

  @Test
  void itStopsAtTheSameStepEachTime() {
    Plan plan = plan(NESTED);
    Steps plenty = Steps.of(10_000_000);
    findings(plan.within(plenty), pod(20));
    int needed = 10_000_000 - plenty.left();
    assertThat(needed).isPositive();
    for (int time = 0; time < 3; time++) {
      findings(plan.within(Steps.of(needed)), pod(20));
      assertStopped(() -> findings(plan.within(Steps.of(needed - 1)), pod(20)));
    }
  }

  @Test
  void enoughStepsChangeNoVerdict() {
    Plan plan = plan(rule("for container\n deny any e in env: e.name like \"e1*\""));
    List<String> unlimited = told(findings(plan, pod(50)));
    assertThat(unlimited).hasSize(11);
    assertThat(told(findings(plan.within(Steps.of(FEW)), pod(50)))).isEqualTo(unlimited);
  }

  @Test
  void afterOneWasStoppedTheNextIsWhole() {
    Plan plan = plan(NESTED);
    assertStopped(() -> findings(plan.within(Steps.of(FEW)), pod(700)));
    assertThat(findings(plan.within(Steps.of(FEW)), pod(5))).isEqualTo(findings(plan, pod(5)));
  }

  @Test
  void wordsThatDoubleAreStopped() {
    Source bomb = new Source("bomb.bylaw", doubling(40));
    assertStopped(() -> compile(bomb, Steps.of(FEW)));
    Staged<CheckedPolicy> small = compile(new Source("small.bylaw", doubling(3)), Steps.of(FEW));
    assertThat(small.diagnostics()).isEmpty();
  }

  @Test
  void manyErrorsAreStoppedAndFewAreTold() {
    String many =
        IntStream.range(0, 500)
            .mapToObj(i -> "rule r" + i + " {\n for pod\n deny hostNetwrk" + i + "\n}\n")
            .collect(Collectors.joining());
    assertStopped(() -> compile(new Source("many.bylaw", many), Steps.of(FEW)));
    Source one = new Source("one.bylaw", rule("for pod\n deny hostNetwrk"));
    assertThat(compile(one, Steps.of(FEW)).diagnostics()).hasSize(1);
  }

  @Test
  void anExplanationIsStopped() {
    Plan plan = plan(NESTED);
    assertStopped(() -> explain(plan.within(Steps.of(FEW)), pod(100)));
    explain(plan.within(Steps.of(FEW)), pod(2));
  }

  @Test
  void testsAreStoppedAndNoneOfThemPasses() {
    String example = " passes \"\"\"\n" + pod(60).indent(2) + "  \"\"\"\n";
    Plan plan = plan(NESTED.substring(0, NESTED.lastIndexOf('}')) + example + "}\n");
    assertStopped(() -> tests(plan.within(Steps.of(FEW))).run());
    assertThat(tests(plan.within(Steps.of(20_000_000))).run()).hasSize(1);
  }

  @Test
  void mendingIsStopped() {
    Plan plan =
        plan(rule("for container\n deny add contains NET_RAW\n fix remove matched from add"));
    String text =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n"
            + IntStream.range(0, 60)
                .mapToObj(i ->
                    "  - {name: c" + i + ", securityContext: {capabilities: {add: [NET_RAW]}}}\n")
                .collect(Collectors.joining());
    assertStopped(() -> fixer(plan, Steps.of(50_000)).fix("m.yaml", text));
    assertThat(fixer(plan, Steps.of(5_000_000)).fix("m.yaml", text).mended()).hasSize(60);
  }

  @Test
  void theLanguageServiceAnswersAgainAfterItWasStopped() {
    LanguageService service = new LanguageService(SCHEMA, Map.of());
    service.put("a.bylaw", NESTED);
    service.put("m.yaml", pod(300));
    Position start = new Position(1, 1);
    service.limit(Steps.of(FEW));
    assertStopped(() -> service.actions("m.yaml", start, new Position(9, 1)));
    service.put("m.yaml", pod(2));
    service.limit(Steps.of(FEW));
    assertThat(service.actions("m.yaml", start, new Position(9, 1))).isEmpty();
  }

  private static List<String> told(List<Finding> findings) {
    return findings.stream().map(one -> one.path() + " " + one.message()).toList();
  }

  private static void assertStopped(ThrowingCallable work) {
    assertThatExceptionOfType(Steps.UsedUp.class).isThrownBy(work);
  }

  private static String rule(String body) {
    return "pack t\nrule r {\n " + body + "\n}\n";
  }

  private static String doubling(int times) {
    StringBuilder text = new StringBuilder("pack t\ndefine d0 for container = image like \"a*\"\n");
    for (int i = 0; i < times; i++) {
      text.append("define d" + (i + 1) + " for container = d" + i + " and d" + i + "\n");
    }
    return text + "rule r {\n for container\n deny d" + times + "\n}\n";
  }

  /** A Pod that has so many of everything. */
  private static String pod(int many) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {"
        + each(many, i -> "l" + i + ": v")
        + "}}\nspec:\n  volumes: ["
        + each(many, i -> "{name: v" + i + "}")
        + "]\n  containers:\n  - name: c\n    command: ["
        + each(many, i -> "a" + i)
        + "]\n    args: ["
        + each(many, i -> "b" + i)
        + "]\n    env: ["
        + each(many, i -> "{name: e" + i + ", value: " + "ab".repeat(100) + "}")
        + "]\n";
  }

  private static String deployments(int many) {
    return IntStream.range(0, many)
        .mapToObj(i ->
            "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d"
                + i
                + "}\nspec: {template: {metadata: {labels: {a: x}}}}\n"
                + "---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: b"
                + i
                + "}\nspec: {selector: {matchLabels: {a: y}}}\n")
        .collect(Collectors.joining());
  }

  private static String each(int many, java.util.function.IntFunction<String> item) {
    return IntStream.range(0, many).mapToObj(item).collect(Collectors.joining(", "));
  }

  private static Staged<CheckedPolicy> compile(Source source, Steps steps) {
    return Compiler.compile(List.of(source), Map.of(), SCHEMA, Settings.NONE, Parser::parse, steps);
  }

  private static Plan plan(String rules) {
    Staged<CheckedPolicy> policy = compile(new Source("t.bylaw", rules), Steps.unlimited());
    assertThat(policy.diagnostics()).isEmpty();
    return Planner.plan(policy.result(), SCHEMA);
  }

  private static List<Manifest> read(String text) {
    return new ManifestReader(Limits.DEFAULT).read("m.yaml", text);
  }

  private static Inventory inventory(List<Manifest> manifests) {
    Inventory inventory = new Inventory();
    manifests.forEach(inventory::add);
    return inventory;
  }

  private static List<Finding> findings(Plan plan, String text) {
    List<Manifest> manifests = read(text);
    Evaluator evaluator = new Evaluator(plan, inventory(manifests));
    return manifests.stream()
        .flatMap(manifest -> evaluator.evaluate(manifest).findings().stream())
        .toList();
  }

  private static void explain(Plan plan, String text) {
    List<Manifest> manifests = read(text);
    Explainer explainer =
        new Explainer(
            plan.policy().rules().getFirst(),
            plan,
            inventory(manifests),
            new Waivers(plan, "2026-11-23"),
            Terms.of(plan.policy(), _ -> false, "2026-11-23"));
    manifests.forEach(explainer::explain);
  }

  private static RuleTests tests(Plan plan) {
    return new RuleTests(plan, "2026-11-23", (_, _) -> null);
  }

  private static Fixer fixer(Plan plan, Steps steps) {
    return new Fixer(
        manifest -> new Evaluator(plan.within(steps)).evaluate(manifest).findings(), steps);
  }
}
