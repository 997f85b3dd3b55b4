package dev.bylaw.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.schema.Schema;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder {@code src/test/cases/eval/TOPIC/CASE} is a test: what its {@code policy.bylaw} finds
 * in its {@code manifest.yaml} (or {@code .json}, or {@code manifest-….yaml}) stands in {@code
 * approved.txt}. Custom kinds stand in {@code definitions.yaml}. A new case is a new folder; run
 * with {@code -Dapprove} and read the difference.
 */
class EvalCasesTest {
  private static final Path EVAL = Cases.CASES.resolve("eval");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> folders = folders();
    assertThat(folders).as("no case found").isNotEmpty();
    return folders.stream()
        .map(folder ->
            DynamicTest.dynamicTest(EVAL.relativize(folder).toString(), () -> check(folder)));
  }

  @Test
  void everyFileBelongsToACase() throws IOException {
    for (Path file : Cases.files(EVAL, "")) {
      if (Files.isRegularFile(file)) {
        assertThat(file.resolveSibling("policy.bylaw")).as("orphaned " + file).exists();
        assertThat(file.resolveSibling("approved.txt")).as("missing approval").exists();
      }
    }
  }

  @Test
  void everyCaseShowsACleanObjectToo() throws IOException {
    for (Path folder : folders()) {
      assertThat(Files.readString(folder.resolve("approved.txt")))
          .as("%s", folder)
          .contains(": clean\n");
    }
  }

  static List<Path> folders() throws IOException {
    return Cases.files(EVAL, "policy.bylaw").stream().map(Cases::folderOf).toList();
  }

  private static void check(Path folder) throws IOException {
    Schema schema = Cases.schema(folder.resolve("definitions.yaml"));
    Staged<CheckedPolicy> policy =
        Cases.compile(Cases.sources(folder.resolve("policy.bylaw")), schema);
    assertThat(policy.diagnostics().stream().filter(Diagnostic::isError))
        .as("the policy compiles")
        .isEmpty();
    Plan plan = Planner.plan(policy.result(), schema);
    List<Manifest> manifests = read(folder);
    assertThat(manifests).as("no manifest").isNotEmpty();
    Inventory inventory = new Inventory();
    manifests.forEach(inventory::add);
    Evaluator evaluator = new Evaluator(plan, inventory);
    StringBuilder output = new StringBuilder();
    for (Manifest manifest : manifests) {
      output.append(FindingText.of(manifest, evaluator.evaluate(manifest)));
    }
    Cases.verify(output.toString(), new CaseNamer(folder, "approved"));
  }

  static List<Manifest> read(Path folder) throws IOException {
    List<Manifest> manifests = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("manifest")).sorted().toList()) {
        try (InputStream bytes = Files.newInputStream(file)) {
          new ManifestReader(Limits.DEFAULT)
              .read(file.getFileName().toString(), bytes, manifests::add);
        }
      }
    }
    return manifests;
  }
}
