package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files by which others run Bylaw, as far as they can be tried without their services. */
class CiFilesTest {
  private static final Path ROOT = Path.of("..");

  @TempDir Path work;

  @Test
  void theActionGivesItsInputsToTheCheck() throws Exception {
    assertThat(
            arguments(
                Map.of(
                    "PATHS", "deploy/ charts/",
                    "ARGUMENTS", "--fail-on high",
                    "SARIF", "bylaw.sarif",
                    "GITHUB_STEP_SUMMARY", "/tmp/summary")))
        .containsExactly(
            "check",
            "--format",
            "github",
            "--format=markdown=/tmp/summary",
            "--format=sarif=bylaw.sarif",
            "--fail-on",
            "high",
            "deploy/",
            "charts/");
  }

  @Test
  void theActionLeavesOutWhatIsNotAsked() throws Exception {
    assertThat(arguments(Map.of("PATHS", "", "ARGUMENTS", "", "SARIF", "")))
        .containsExactly("check", "--format", "github");
  }

  @Test
  void noInputOfTheActionIsACommand() throws Exception {
    assertThat(
            arguments(
                Map.of("PATHS", "$(touch hacked) `id` ; * && x", "ARGUMENTS", "", "SARIF", "")))
        .contains("$(touch", ";", "*", "&&");
    assertThat(work.resolve("hacked")).doesNotExist();
  }

  @Test
  void theHookStartsTheLauncher() throws IOException {
    String hooks = Files.readString(ROOT.resolve(".pre-commit-hooks.yaml"));
    assertThat(hooks).contains("entry: ./bylaw check --allow-empty\n");
    assertThat(ROOT.resolve("bylaw")).isExecutable();
    Files.writeString(work.resolve("values.yaml"), "replicas: 3\n");
    Case check = Case.of("bylaw check --allow-empty values.yaml", work);
    assertThat(check.run(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()))
        .isZero();
  }

  @Test
  void theContainerTakesWhatTheBuildLeaves() throws IOException {
    assertThat(Files.readAllLines(Path.of("src/dist/Containerfile")))
        .contains("COPY target/bylaw /opt/bylaw", "ENTRYPOINT [\"/opt/bylaw/bin/bylaw\"]");
  }

  /** What the last step of action.yml, run by bash, gives to the program. */
  private List<String> arguments(Map<String, String> environment) throws Exception {
    Path program = work.resolve("cli/target/bylaw/bin/bylaw");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" >\"$GITHUB_ACTION_PATH/said\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    var bash = new ProcessBuilder("bash", "-e", "-c", lastStep()).directory(work.toFile());
    bash.environment().remove("GITHUB_STEP_SUMMARY");
    bash.environment().put("GITHUB_ACTION_PATH", work.toString());
    bash.environment().putAll(environment);
    assertThat(bash.redirectErrorStream(true).start().waitFor()).isZero();
    return Files.readAllLines(work.resolve("said"));
  }

  private static String lastStep() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("action.yml"), StandardCharsets.UTF_8);
    Stream<String> script = lines.stream().skip(lines.lastIndexOf("      run: |") + 1L);
    return String.join("\n", script.map(String::strip).toList());
  }
}
