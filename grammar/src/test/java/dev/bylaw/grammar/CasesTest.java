package dev.bylaw.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.grammar.frame.DiagnosticFrame;
import dev.bylaw.grammar.frame.Style;
import dev.bylaw.grammar.tree.PolicyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code src/test/cases/TOPIC/CASE.bylaw} is a test: its tree, or the errors that it gives,
 * stand in {@code CASE.approved.txt}. A new case is a new input file; run with {@code -Dapprove}
 * and read the difference.
 */
class CasesTest {
  private static final Path CASES = Path.of("src/test/cases");

  static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  static Source source(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return new Source(file.getFileName().toString(), text);
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> inputs = files(".bylaw");
    assertThat(inputs).as("no case found").hasSizeGreaterThan(50);
    return inputs.stream()
        .map(input ->
            DynamicTest.dynamicTest(CASES.relativize(input).toString(), () -> check(input)));
  }

  private static void check(Path input) throws IOException {
    Staged<PolicyFile> staged = Parser.parse(source(input));
    SpanCheck.check(staged);
    boolean errors = CASES.relativize(input).startsWith("errors");
    assertThat(staged.hasErrors()).as("only cases in errors/ have errors").isEqualTo(errors);
    String output = render(staged);
    var namer = new CaseNamer(input);
    if (System.getProperty("approve") != null) {
      Files.writeString(namer.getApprovedFile(".txt").toPath(), output);
    }
    assertThat(namer.getApprovedFile(".txt")).as("missing approval").exists();
    Approvals.verify(output, new Options(QuietReporter.INSTANCE).forFile().withNamer(namer));
  }

  private static String render(Staged<PolicyFile> staged) {
    if (staged.diagnostics().isEmpty()) {
      return TreePrinter.print(staged.result());
    }
    StringBuilder output = new StringBuilder();
    for (Diagnostic diagnostic : staged.diagnostics()) {
      output.append(DiagnosticFrame.of(diagnostic, Style.PLAIN)).append('\n');
    }
    return output.toString();
  }

  @Test
  void everyApprovalHasItsCase() throws IOException {
    for (Path approved : files(".approved.txt")) {
      String name = approved.getFileName().toString().replace(".approved.txt", ".bylaw");
      assertThat(approved.resolveSibling(name)).as("orphaned approval").exists();
    }
  }

  @Test
  void halfOfTheCasesAreErrors() throws IOException {
    List<Path> inputs = files(".bylaw");
    int errors = 0;
    for (Path input : inputs) {
      errors += Parser.parse(source(input)).hasErrors() ? 1 : 0;
    }
    assertThat(errors * 2).isGreaterThanOrEqualTo(inputs.size());
  }

  @Test
  void noErrorSpeaksLikeAParser() throws IOException {
    for (Path approved : files(".approved.txt")) {
      assertThat(Files.readString(approved))
          .doesNotContain("mismatched", "extraneous", "viable", "IDENT", "token", "something else");
    }
  }
}
