package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code bylaw init} writes is a configuration, whatever the folders are called. */
class InitTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec: {containers: [{name: app, image: nginx}]}
      """;

  @TempDir Path directory;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String command) throws IOException {
    said.reset();
    return Case.of(command, directory).run(said, said);
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy",
        "a b",
        "a: b",
        "# a",
        "*",
        "[a]",
        "a\\b",
        "\"a\"",
        "'a'",
        "a\nrules: []",
        "a\tb",
        "ä☃",
        "a\u0085b",
        "%x",
        "&a",
        "!a",
        "-",
        "true",
      })
  void itsConfigurationFindsTheManifests(String folder) throws IOException {
    write(folder + "/pod.yaml", POD);
    write("charts/" + folder + "/Chart.yaml", "name: a");
    write("charts/" + folder + "/templates/a.yaml", "a: {{ b }}");
    write("rules/" + folder + "/a.bylaw", "deny tty");
    assertThat(run("bylaw init")).isZero();
    int code = run("bylaw check --fail-on never");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("1 document in 1 file: 1 checked");
    assertThat(code).isZero();
  }

  /** Here and not among the cases, because other systems cannot check such a folder out. */
  @Test
  void itQuotesANameForThePatternAndForTheFile() throws IOException {
    write("we [ird] \"na\\mes\"*/pod.yaml", POD);
    assertThat(run("bylaw init --dry-run")).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(
            """
              include:
              - "we \\\\[ird] \\"na\\\\\\\\mes\\"\\\\*/**"
            """);
    assertThat(directory.resolve("bylaw.yaml")).doesNotExist();
  }

  @Test
  void itDoesNotFindItself() throws IOException {
    write("pod.yaml", POD);
    write("own.bylaw", "deny tty");
    write(".bylaw-baseline.json", "{\"version\": 1, \"findings\": []}");
    assertThat(run("bylaw init")).isZero();
    run("bylaw config");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("[*.yaml]").contains("baseline");
    assertThat(run("bylaw init")).isEqualTo(2);
    assertThat(run("bylaw init --force")).isZero();
    run("bylaw config");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("[*.yaml]");
  }

  @Test
  void aFolderThatCannotBeWrittenIsAnError() throws IOException {
    Files.createDirectories(directory.resolve("bylaw.yaml"));
    assertThat(run("bylaw init --force")).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("cannot write `bylaw.yaml`");
  }
}
