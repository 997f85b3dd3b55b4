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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardRulesTest {
  private static final Path FOLDERS = Path.of("src/main/bylaw");

  private static final String IDS_OF_A_TOOL =
      "(Checkov|Datree|Kubescape|Kyverno|Pod Security|Polaris|Trivy|kube-linter|kube-score)"
          + " `[\\w-]+`(, `[\\w-]+`)*";

  /** Read by whoever looks for a rule by the id that another tool gives it. */
  private static final Pattern KNOWN_ELSEWHERE =
      Pattern.compile(
          "\\*\\*Known elsewhere as:\\*\\* " + IDS_OF_A_TOOL + "(; " + IDS_OF_A_TOOL + ")*\\.");

  /** A rule as pages name it. */
  private static final Pattern NAMED_RULE = Pattern.compile("`([a-z-]+)/[a-z0-9-]+`");

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
        .contains("\n\n**To fix it:** ")
        .contains("\n\n**When an exception is right:** ")
        .containsIgnoringCase("init")
        .containsIgnoringCase("ephemeral")
        .containsIgnoringCase("Windows");
    assertThat(rule.documentation().lines().filter(line -> line.contains("Known elsewhere")))
        .hasSizeLessThan(2)
        .allMatch(line -> KNOWN_ELSEWHERE.matcher(line).matches());
    assertThat(rule.title()).isNotEqualTo(CheckedRule.oneLine(rule.clause().text()));
    assertThat(rule.references()).isNotEmpty();
    assertThat(rule.message()).isNotNull();
    assertThat(rule.examples()).anyMatch(CheckedRule.Example::passes);
    assertThat(rule.examples()).anyMatch(example -> !example.passes());
  }

  @Test
  void pagesNameRulesThatExist() {
    List<CheckedRule> rules = compiled(KubernetesVersion.newest()).result().rules();
    Set<String> ids = rules.stream().map(CheckedRule::id).collect(Collectors.toSet());
    Set<String> packs = packs().collect(Collectors.toSet());
    assertThat(
            rules.stream()
                .flatMap(rule -> NAMED_RULE.matcher(rule.documentation()).results())
                .filter(named -> packs.contains(named.group(1)))
                .map(named -> named.group().replace("`", "")))
        .isNotEmpty()
        .isSubsetOf(ids);
  }

  @Test
  void theFoldersAreTheRegistry() throws IOException {
    List<String> folders;
    try (Stream<Path> files = Files.walk(FOLDERS)) {
      folders =
          files
              .filter(file -> file.toString().endsWith(".bylaw"))
              .map(file -> FOLDERS.relativize(file.resolveSibling("")).toString())
              .filter(folder -> folder.contains("/")) // what a pack has for all its rules
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
