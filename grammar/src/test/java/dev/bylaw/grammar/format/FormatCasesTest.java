package dev.bylaw.grammar.format;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Each {@code src/test/format/CASE.bylaw} is a test: its canonical layout stands in {@code
 * CASE.approved.txt}. Run with {@code -Dapprove} and read the difference.
 */
class FormatCasesTest {
  private static final Path CASES = Path.of("src/test/format");

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Path approved(Path input) {
    return input.resolveSibling(input.getFileName().toString().replace(".bylaw", ".approved.txt"));
  }

  private static Staged<String> format(Path input) throws IOException {
    return Formatter.format(new Source(input.getFileName().toString(), Files.readString(input)));
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> inputs = files(".bylaw");
    assertThat(inputs).as("no case found").hasSizeGreaterThan(5);
    return inputs.stream()
        .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> check(input)));
  }

  private static void check(Path input) throws IOException {
    String formatted = format(input).result();
    if (System.getProperty("approve") != null) {
      Files.writeString(approved(input), formatted);
    }
    assertThat(approved(input)).as("missing approval").exists();
    assertThat(formatted).isEqualTo(Files.readString(approved(input)));
  }

  @Test
  void everyApprovalHasItsCase() throws IOException {
    assertThat(files(".approved.txt")).hasSameSizeAs(files(".bylaw"));
    for (Path input : files(".bylaw")) {
      assertThat(approved(input)).exists();
    }
  }

  @Test
  void whatDoesNotParseStaysAsItIs() throws IOException {
    Path broken = CASES.resolve("broken.bylaw");
    assertThat(format(broken).hasErrors()).isTrue();
    assertThat(format(broken).result()).isEqualTo(Files.readString(broken));
  }
}
