package dev.bylaw.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code src/test/cases/check/TOPIC/CASE.bylaw} is a test: what the compiler understood, or
 * the errors that it gives, stand in {@code CASE.approved.txt}. A new case is a new input file; run
 * with {@code -Dapprove} and read the difference. Custom kinds of a topic stand in its {@code
 * definitions.yaml}.
 */
class CheckCasesTest {
  private static final Path CHECK = Cases.CASES.resolve("check");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> inputs = Cases.files(CHECK, ".bylaw");
    assertThat(inputs).as("no case found").isNotEmpty();
    return inputs.stream()
        .map(input ->
            DynamicTest.dynamicTest(CHECK.relativize(input).toString(), () -> check(input)));
  }

  private static void check(Path input) throws IOException {
    List<Source> sources = Cases.sources(input);
    Schema schema = Cases.schema(input.resolveSibling("definitions.yaml"));
    Staged<CheckedPolicy> staged = Cases.compile(sources, schema);
    String diagnostics = ErrorText.of(sources, staged.diagnostics(), schema);
    String output = staged.hasErrors() ? diagnostics : diagnostics + PolicyText.of(staged.result());
    String name = input.getFileName().toString().replace(".bylaw", ".approved");
    Cases.verify(output, new CaseNamer(Cases.folderOf(input), name));
  }

  @Test
  void everyApprovalHasItsCase() throws IOException {
    for (Path approved : Cases.files(CHECK, ".approved.txt")) {
      String name = approved.getFileName().toString().replace(".approved.txt", ".bylaw");
      assertThat(approved.resolveSibling(name)).as("orphaned approval").exists();
    }
  }

  @Test
  void halfOfTheCasesAreErrors() throws IOException {
    List<Path> approvals = Cases.files(CHECK, ".approved.txt");
    int errors = 0;
    for (Path approved : approvals) {
      errors += Files.readString(approved).startsWith("error ") ? 1 : 0;
    }
    assertThat(errors * 2).isGreaterThanOrEqualTo(approvals.size());
  }
}
