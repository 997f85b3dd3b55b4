package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.cli.completion.BashScript;
import dev.bylaw.cli.completion.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks the bash of this machine what the script proposes. */
class CompletionTest {
  private static final List<Words> VERBS =
      List.of(
          new Words(
              "check",
              "",
              List.of(
                  new Words.Option("--color", true, List.of("auto", "always", "never")),
                  new Words.Option("--crd", true, List.of()),
                  new Words.Option("--quiet", false, List.of()))),
          new Words("config", "", List.of(new Words.Option("--schema", false, List.of()))));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "bylaw ch, check",
    "bylaw c, check config",
    "bylaw x, ''",
    "bylaw --q, --quiet",
    "bylaw check --c, --color --crd",
    "bylaw check --color a, auto always",
    "bylaw check --color = n, never",
    "bylaw check --color x, ''",
    "bylaw check --crd --c, ''",
    "bylaw config --, --schema",
    "bylaw config --color, ''",
    "bylaw deploy --q, --quiet",
  })
  void proposes(String line, String words) throws Exception {
    assertThat(proposals(line)).isEqualTo(words);
  }

  private String proposals(String line) throws IOException, InterruptedException {
    Path script = folder.resolve("try.sh");
    Files.writeString(
        script,
        BashScript.bash(VERBS)
            + "COMP_WORDS=("
            + line
            + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_bylaw\necho \"${COMPREPLY[*]}\"\n");
    Process bash =
        new ProcessBuilder("bash", "--norc", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).isZero();
    return said.replace("try.sh", "").strip();
  }
}
