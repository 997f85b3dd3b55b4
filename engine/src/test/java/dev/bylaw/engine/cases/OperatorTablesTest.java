package dev.bylaw.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.cases.OperatorTable.Row;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Limits;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.ManifestReader;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.tree.Expr.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each page {@code src/test/cases/tables/OPERATOR.md} tells what an operator makes of values:
 * absent, null, empty, of the wrong type, twice, in another case, deep. A result is {@code true} or
 * {@code false}, with {@code complaint} where the manifest is wrong for the API, or {@code refused}
 * and the code of the reason why the condition does not compile. {@code -Dapprove} fills the
 * results in; read the difference.
 */
class OperatorTablesTest {
  private static final Path TABLES = Cases.CASES.resolve("tables");

  /** What the language has beside the operators that stand between two sides. */
  private static final List<String> OTHERS =
      List.of(
          "and",
          "or",
          "not",
          "any",
          "all",
          "no",
          "exists",
          "is-absent",
          "is-present",
          "default",
          "count",
          "exactly",
          "boolean",
          "map-key",
          "item",
          "is-known",
          "is-unknown");

  @Test
  void everyOperatorHasItsTable() throws IOException {
    List<String> wanted = new ArrayList<>(OTHERS);
    Arrays.stream(Operator.values()).map(OperatorTablesTest::page).forEach(wanted::add);
    List<String> pages;
    try (Stream<Path> files = Files.list(TABLES)) {
      pages = files.map(file -> file.getFileName().toString().replace(".md", "")).toList();
    }
    assertThat(pages).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static String page(Operator operator) {
    return operator.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @TestFactory
  Stream<DynamicTest> everyTableIsTrue() throws IOException {
    return Cases.files(TABLES, ".md").stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    List<String> page = new ArrayList<>(Files.readAllLines(file));
    List<OperatorTable> tables = OperatorTable.of(page);
    assertThat(tables).as("no table").isNotEmpty();
    for (OperatorTable table : tables) {
      assertThat(table.rows()).as("no row").isNotEmpty();
      for (int i = 0; i < table.rows().size(); i++) {
        Row row = table.rows().get(i);
        List<String> results = new ArrayList<>();
        for (String condition : table.conditions()) {
          results.add(result(table, row, condition));
        }
        page.set(table.at() + i, table.line(row, results));
      }
    }
    if (System.getProperty("approve") != null) {
      Files.write(file, page);
    }
    assertThat(page).isEqualTo(Files.readAllLines(file));
  }

  private static String result(OperatorTable table, Row row, String condition) throws IOException {
    String rule = "rule r {\n  " + table.subject() + "\n  deny " + condition + "\n}\n";
    Staged<CheckedPolicy> policy =
        Cases.compile(List.of(new Source("table.bylaw", rule)), Cases.SCHEMA);
    if (policy.hasErrors()) {
      List<String> codes =
          policy.diagnostics().stream()
              .filter(Diagnostic::isError)
              .map(diagnostic -> diagnostic.code().id())
              .distinct()
              .toList();
      return "refused " + String.join(", ", codes);
    }
    Plan plan = Planner.plan(policy.result(), Cases.SCHEMA);
    // Without the line before it, what starts with a brace is read as JSON.
    String text = "---\n" + table.manifest(row.value());
    List<Manifest> manifests = new ManifestReader(Limits.DEFAULT).read("manifest", text);
    Inventory inventory = new Inventory();
    manifests.forEach(inventory::add);
    Evaluator evaluator = new Evaluator(plan, inventory);
    List<Finding> findings = new ArrayList<>();
    for (Manifest manifest : manifests) {
      assertThat(manifest.status()).as(text).isEqualTo(Manifest.Status.KUBERNETES);
      findings.addAll(evaluator.evaluate(manifest).findings());
    }
    boolean holds = findings.stream().anyMatch(finding -> finding.rule() != null);
    boolean complaint = findings.stream().anyMatch(finding -> finding.rule() == null);
    return holds + (complaint ? ", complaint" : "");
  }
}
