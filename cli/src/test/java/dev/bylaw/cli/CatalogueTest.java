package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The catalogue of the standard rules is what the rules say; {@code -Dapprove} renews it. */
class CatalogueTest {
  private static final Path CATALOGUE = Path.of("../stdlib-rules/RULES.md");

  @Test
  void theCatalogueIsOfTheseRules() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Case command = Case.of("bylaw rules --all --format markdown", Path.of("."));
    assertThat(command.run(out, out)).isZero();
    String made = out.toString(StandardCharsets.UTF_8);
    if (System.getProperty("approve") != null) {
      Files.writeString(CATALOGUE, made);
    }
    assertThat(Files.readString(CATALOGUE))
        .as("out of date: `./bylaw rules --all --format markdown > stdlib-rules/RULES.md`")
        .isEqualTo(made);
  }
}
