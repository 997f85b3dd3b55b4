package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many threads read, everything that a run prints, writes and returns is the same. */
class JobsTest {
  private static final String ONLY = "--only host/* --only capabilities/* --only availability/*";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"text", "concise", "json", "jsonl", "sarif", "junit", "markdown"})
  void theNumberOfThreadsDoesNotShow(String format) throws IOException {
    tree();
    String one = run("check " + ONLY + " --format " + format + " --jobs 1 deploy");
    assertThat(one).contains("capabilities/big-four").contains("BY0610");
    assertThat(run("check " + ONLY + " --format " + format + " --jobs 2 deploy")).isEqualTo(one);
    assertThat(run("check " + ONLY + " --format " + format + " --jobs 8 deploy")).isEqualTo(one);
  }

  @Test
  void theBaselineIsTheSameAndKnowsEverythingAgain() throws IOException {
    tree();
    Files.delete(directory.resolve("deploy/7/template.yaml"));
    run("baseline create " + ONLY + " --jobs 8 deploy");
    Path file = directory.resolve(".bylaw-baseline.json");
    String eight = Files.readString(file);
    run("baseline create " + ONLY + " --jobs 1 deploy");
    assertThat(Files.readString(file)).isEqualTo(eight);
    String checked =
        run("check " + ONLY + " --baseline .bylaw-baseline.json --jobs 3 deploy/9 deploy");
    assertThat(checked)
        .startsWith("exit 0")
        .contains("no findings, 480 baselined")
        .doesNotContain("BY0720");
  }

  /** All cases of this module at once, as files of one run. */
  @Test
  void everyManifestOfTheCasesIsReadTheSameByAny() throws IOException {
    Path cases = Files.createDirectory(directory.resolve("cases"));
    try (Stream<Path> files = Files.walk(Path.of("src/test/cases"))) {
      List<Path> manifests =
          files
              .filter(f -> f.toString().endsWith(".yaml") || f.toString().endsWith(".json"))
              .sorted(Comparator.naturalOrder())
              .toList();
      for (int i = 0; i < manifests.size(); i++) {
        Files.copy(manifests.get(i), cases.resolve(i + ".yaml"));
      }
    }
    String one = run("check --format json --jobs 1 cases");
    assertThat(run("check --format json --jobs 2 cases")).isEqualTo(one);
    assertThat(run("check --format json --jobs 8 cases")).isEqualTo(one);
  }

  private void tree() throws IOException {
    for (int folder = 0; folder < 10; folder++) {
      Path path = Files.createDirectories(directory.resolve("deploy/" + folder));
      for (int file = 0; file < 12; file++) {
        // Every third object stands in two files, so that its findings are alike.
        Files.writeString(path.resolve("web" + file + ".yaml"), manifest(folder % 3, file % 4));
      }
    }
    Files.writeString(directory.resolve("deploy/7/template.yaml"), "a: {{ .Values.a }}\n");
    Files.writeString(directory.resolve("deploy/3/notes.yaml"), "just: notes\n");
  }

  private static String manifest(int namespace, int name) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web%s, namespace: shop%s}
    spec:
      template:
        spec:
          hostNetwork: true
          containers:
            - name: app
              image: web:1
              securityContext: {capabilities: {add: [SYS_ADMIN]}}
    ---
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata: {name: web%s, namespace: shop%s}
    spec: {maxUnavailable: 0}
    """
        .formatted(name, namespace, name, namespace);
  }

  private String run(String arguments) throws IOException {
    return Case.of("bylaw " + arguments, directory).run();
  }
}
