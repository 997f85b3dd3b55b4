package dev.bylaw.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.example.ExampleSearch;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file {@code src/test/cases/example/TOPIC.bylaw} is a test: the manifests that are found for
 * its rules stand in {@code TOPIC.approved.txt}. Run with {@code -Dapprove} and read the
 * difference.
 */
class ExampleCasesTest {
  private static final Path EXAMPLE = Cases.CASES.resolve("example");

  /**
   * Rules of the evaluator's cases for which the bounded search misses an example: with the values
   * of their parameters no manifest breaks them.
   */
  private static final List<String> MISSED =
      List.of(
          "capabilities: policy/each",
          "capabilities: policy/few",
          "version-not-in-force: policy/tiers",
          "version-not-in-force: versioned/since-eight",
          "kinds: policy/problem",
          "kinds: policy/few");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> inputs = Cases.files(EXAMPLE, ".bylaw");
    assertThat(inputs).as("no case found").isNotEmpty();
    return inputs.stream()
        .map(input ->
            DynamicTest.dynamicTest(EXAMPLE.relativize(input).toString(), () -> check(input)));
  }

  private static void check(Path input) throws IOException {
    CheckedPolicy policy = compile(input, Cases.SCHEMA);
    StringBuilder output = new StringBuilder();
    for (CheckedRule rule : policy.rules()) {
      ExampleSearch.Examples examples = new ExampleSearch(Cases.SCHEMA).of(rule, policy.accesses());
      output
          .append("# ")
          .append(rule.id())
          .append(" breaks in\n")
          .append(shown(examples.violating()));
      output
          .append("# ")
          .append(rule.id())
          .append(" passes in\n")
          .append(shown(examples.passing()));
    }
    String name = input.getFileName().toString().replace(".bylaw", ".approved");
    Cases.verify(output.toString(), new CaseNamer(EXAMPLE, name));
  }

  private static String shown(@Nullable String manifest) {
    return manifest == null ? "nothing that was found\n" : manifest;
  }

  private static CheckedPolicy compile(Path input, Schema schema) throws IOException {
    Staged<CheckedPolicy> policy = Cases.compile(Cases.sources(input), schema);
    assertThat(policy.diagnostics().stream().filter(Diagnostic::isError)).as("%s", input).isEmpty();
    return policy.result();
  }

  @Test
  void everyApprovalHasItsCase() throws IOException {
    for (Path approved : Cases.files(EXAMPLE, ".approved.txt")) {
      String name = approved.getFileName().toString().replace(".approved.txt", ".bylaw");
      assertThat(approved.resolveSibling(name)).as("orphaned approval").exists();
    }
  }

  /** The evaluator's cases are a good sample of what rules can say. */
  @Test
  void rulesOfEverySortHaveBothExamples() throws IOException {
    List<String> missed = new ArrayList<>();
    for (Path policyFile : Cases.files(Cases.CASES.resolve("eval"), "policy.bylaw")) {
      Schema schema = Cases.schema(policyFile.resolveSibling("definitions.yaml"));
      CheckedPolicy policy = compile(policyFile, schema);
      for (CheckedRule rule : policy.rules()) {
        ExampleSearch.Examples examples = new ExampleSearch(schema).of(rule, policy.accesses());
        if (examples.violating() == null || examples.passing() == null) {
          missed.add(Cases.folderOf(policyFile).getFileName() + ": " + rule.id());
        }
      }
    }
    assertThat(missed).isEqualTo(MISSED);
  }
}
