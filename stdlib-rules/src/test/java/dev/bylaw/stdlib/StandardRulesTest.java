package dev.bylaw.stdlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.engine.check.Compiler;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.engine.schema.KubernetesVersion;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.frame.DiagnosticFrame;
import dev.bylaw.grammar.frame.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardRulesTest {
  private static final Path FOLDERS = Path.of("src/main/bylaw");

  private static Stream<String> packs() {
    return StandardLibrary.packs().stream()
        .filter(pack -> !pack.equals(StandardLibrary.RECOMMENDED));
  }

  private static List<Source> sources() {
    return packs().flatMap(pack -> StandardLibrary.sources(pack).stream()).toList();
  }

  private static Staged<CheckedPolicy> compiled(KubernetesVersion version) {
    return Compiler.compile(sources(), Map.of(), Schema.of(version));
  }

  @ParameterizedTest
  @EnumSource
  void compilesForEveryVersionOfKubernetes(KubernetesVersion version) {
    Staged<CheckedPolicy> compiled = compiled(version);
    List<String> said =
        compiled.diagnostics().stream().map(d -> DiagnosticFrame.of(d, Style.PLAIN)).toList();
    assertThat(said).isEmpty();
    assertThat(compiled.diagnostics()).noneMatch(Diagnostic::isError);
    assertThat(compiled.result().rules()).isNotEmpty();
  }

  /** Pack by pack: a test has to name every violation, and speaks of its own pack only. */
  @TestFactory
  Stream<DynamicTest> everyTestAndExampleHolds() {
    List<TestResult> results = packs().flatMap(StandardRulesTest::results).toList();
    assertThat(results).isNotEmpty();
    return results.stream()
        .map(result -> DynamicTest.dynamicTest(result.name(), () -> holds(result)));
  }

  private static Stream<TestResult> results(String pack) {
    Schema schema = Schema.of(KubernetesVersion.newest());
    Map<String, List<Source>> library =
        packs()
            .filter(other -> !other.equals(pack))
            .collect(Collectors.toMap(other -> "std/" + other, StandardLibrary::sources));
    Staged<CheckedPolicy> alone = Compiler.compile(StandardLibrary.sources(pack), library, schema);
    assertThat(alone.diagnostics()).as(pack).isEmpty();
    return new RuleTests(Planner.plan(alone.result(), schema), "2026-11-23", (_, _) -> null)
        .run().stream();
  }

  private static void holds(TestResult result) {
    assertThat(result.failures().stream().map(TestResult.Failure::message)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyRuleIsDocumented() {
    return compiled(KubernetesVersion.newest()).result().rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> isDocumented(rule)));
  }

  private static void isDocumented(CheckedRule rule) {
    assertThat(rule.documentation())
        .hasSizeGreaterThan(200)
        .contains("**When an exception is right:**")
        .containsIgnoringCase("init")
        .containsIgnoringCase("ephemeral")
        .containsIgnoringCase("Windows");
    assertThat(rule.title()).isNotEqualTo(CheckedRule.oneLine(rule.clause().text()));
    assertThat(rule.references()).isNotEmpty();
    assertThat(rule.message()).isNotNull();
    assertThat(rule.examples()).anyMatch(CheckedRule.Example::passes);
    assertThat(rule.examples()).anyMatch(example -> !example.passes());
  }

  @Test
  void theFoldersAreTheRegistry() throws IOException {
    List<String> folders;
    try (Stream<Path> files = Files.walk(FOLDERS)) {
      folders =
          files
              .filter(file -> file.toString().endsWith(".bylaw"))
              .map(file -> FOLDERS.relativize(file.resolveSibling("")).toString())
              .sorted()
              .toList();
    }
    List<String> ids =
        compiled(KubernetesVersion.newest()).result().rules().stream()
            .map(CheckedRule::id)
            .sorted()
            .toList();
    assertThat(ids).isEqualTo(folders);
  }

  @Test
  void anUnknownPackIsRefused() {
    assertThatThrownBy(() -> StandardLibrary.sources("capabilites"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
