package dev.bylaw.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.ResourceKind;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the build compiled finds exactly what the rule files find. */
class CompiledRulesTest {
  private static final Schema SCHEMA = Schema.of(KubernetesVersion.newest());

  static List<String> packs() {
    return StandardLibrary.packs();
  }

  private static CheckedPolicy fromSource(String pack) {
    Map<String, List<Source>> library = new LinkedHashMap<>();
    packs().forEach(name -> library.put("std/" + name, StandardLibrary.sources(name)));
    return Compiler.compile(StandardLibrary.sources(pack), library, SCHEMA).result();
  }

  private static CheckedPolicy compiled(String pack) {
    return Objects.requireNonNull(CompiledRules.policy(pack));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void holdsTheSameRules(String pack) {
    assertThat(compiled(pack).rules().stream().map(CompiledRulesTest::shown).toList())
        .isEqualTo(fromSource(pack).rules().stream().map(CompiledRulesTest::shown).toList());
  }

  @ParameterizedTest
  @MethodSource("packs")
  void findsTheSame(String pack) throws IOException {
    Plan expected = Planner.plan(fromSource(pack), SCHEMA);
    Plan actual = Planner.plan(compiled(pack), new CompiledKinds());
    List<String> findings = new ArrayList<>();
    for (String manifest : manifests(pack)) {
      List<String> found = found(expected, manifest);
      assertThat(found(actual, manifest)).as(manifest).isEqualTo(found);
      findings.addAll(found);
    }
    assertThat(findings).isNotEmpty();
  }

  @Test
  void knowsTheSameKinds() {
    CompiledKinds kinds = new CompiledKinds();
    for (ResourceKind kind : SCHEMA.kinds()) {
      assertThat(kinds.podSpecs(kind.apiVersion(), kind.kind())).isEqualTo(kind.podSpecs());
    }
    assertThat(kinds.podSpecs("v1", "Widget")).isNull();
    assertThat(kinds.podSpecs("apps/v1 ", "Deployment")).isNull();
  }

  /** The rules' own examples, and whatever else lies about. */
  private static List<String> manifests(String pack) throws IOException {
    List<String> manifests = new ArrayList<>();
    for (CheckedRule rule : fromSource(pack).rules()) {
      rule.examples().forEach(example -> manifests.add(example.manifest()));
    }
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        manifests.add(Files.readString(file));
      }
    }
    manifests.add("{apiVersion: v1, kind: Pod, spec: {containers: [{name: 1, image: []}, ~, 7]}}");
    manifests.add("{apiVersion: example.com/v1, kind: Agent, spec: {containers: [{image: a}]}}");
    return manifests;
  }

  private static List<String> found(Plan plan, String text) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    new ManifestReader(Limits.DEFAULT)
        .read(
            "manifest.yaml",
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            manifests::add);
    Inventory inventory = new Inventory();
    manifests.forEach(inventory::add);
    Evaluator evaluator = new Evaluator(plan, inventory);
    List<String> found = new ArrayList<>();
    for (Manifest manifest : manifests) {
      evaluator.evaluate(manifest).findings().forEach(finding -> found.add(shown(finding)));
    }
    return found;
  }

  private static String shown(Finding finding) {
    return String.join(
        " | ",
        finding.ruleId(),
        finding.severity().word(),
        finding.message(),
        String.valueOf(finding.container()),
        finding.path(),
        finding.span().from() + " to " + finding.span().until(),
        finding.missing().toString(),
        String.valueOf(finding.insert()),
        String.valueOf(finding.note()),
        finding.fingerprint(),
        finding.rule() == null ? "no rule" : shown(finding.rule()));
  }

  /** What reports show of a rule. */
  private static String shown(CheckedRule rule) {
    return String.join(
        " | ",
        rule.id(),
        rule.title(),
        rule.severity().word(),
        rule.clause().source().name(),
        Integer.toString(rule.clause().from().line()),
        rule.clause().text(),
        Integer.toString(rule.fixes().size()));
  }
}
