package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --changed-since} takes for a change, in a repository of its own. */
class ChangedSinceTest {
  private static final String CHECK = "bylaw check --rules p.bylaw --format concise ";

  @TempDir Path directory;

  @BeforeEach
  void commitTwoPods() throws IOException, InterruptedException {
    git("init", "--quiet");
    write("p.bylaw", "deny hostNetwork");
    write("deploy/one.yaml", pod("one"));
    write("deploy/two.yaml", pod("two"));
    commit();
  }

  @Test
  void nothingHasChanged() throws IOException {
    assertThat(since("HEAD")).startsWith("exit 0").doesNotContain("one.yaml");
    assertThat(run(CHECK.replace("concise", "text") + "--changed-since HEAD deploy"))
        .contains("no findings, 2 left out in unchanged objects");
    assertThat(run(CHECK.replace("concise", "json") + "--changed-since HEAD deploy"))
        .contains("\"unchanged\":2,\"rulesOff\":0,\"exitCode\":0");
  }

  @Test
  void anObjectThatChangedIsReportedAndNoOther() throws IOException {
    write("deploy/two.yaml", pod("two").replace("image: a", "image: b"));
    assertThat(since("HEAD")).startsWith("exit 1").contains("two.yaml:").doesNotContain("one.yaml");
  }

  @Test
  void commentsOrderAndStyleAreNoChange() throws IOException {
    write(
        "deploy/two.yaml",
        """
        # moved down
        kind: "Pod"
        apiVersion: v1
        spec:
          containers: [{image: a, name: app}]
          hostNetwork: true
        metadata: {name: two}
        """);
    assertThat(since("HEAD")).startsWith("exit 0");
  }

  @Test
  void aFileThatIsRenamedIsNoChange() throws IOException, InterruptedException {
    git("mv", "deploy/two.yaml", "deploy/three.yaml");
    assertThat(since("HEAD")).startsWith("exit 0");
    Files.move(directory.resolve("deploy/one.yaml"), directory.resolve("deploy/four.yaml"));
    assertThat(since("HEAD")).startsWith("exit 0");
  }

  @Test
  void anObjectThatMovesIntoAnotherFileOrAListIsNoChange() throws IOException {
    Files.delete(directory.resolve("deploy/two.yaml"));
    write("deploy/one.yaml", pod("two") + "---\n" + pod("one"));
    assertThat(since("HEAD")).startsWith("exit 0");
    String items = item(pod("one")) + item(pod("two"));
    write("deploy/one.yaml", "apiVersion: v1\nkind: List\nitems:\n" + items);
    assertThat(since("HEAD")).startsWith("exit 0");
  }

  @Test
  void aNewObjectIsAChangeAlsoWhereGitIgnoresIt() throws IOException {
    write("deploy/new.yaml", pod("new"));
    assertThat(since("HEAD")).contains("new.yaml:").doesNotContain("one.yaml");
    write(".gitignore", "new.yaml\n");
    assertThat(run(CHECK + "--changed-since HEAD deploy/new.yaml")).contains("new.yaml:");
  }

  @Test
  void aCopyUnderAnotherNameIsAChange() throws IOException {
    write("deploy/two.yaml", pod("two") + "---\n" + pod("copy"));
    assertThat(since("HEAD")).startsWith("exit 1").contains("two.yaml:14:").doesNotContain(":5:");
  }

  @Test
  void whatGitWasToldToPassOverIsLookedAt() throws IOException, InterruptedException {
    git("update-index", "--assume-unchanged", "deploy/two.yaml");
    write("deploy/two.yaml", pod("two").replace("image: a", "image: b"));
    assertThat(since("HEAD")).startsWith("exit 1").contains("two.yaml:");
  }

  @Test
  void anOlderCommitOrABranchMayBeNamed() throws IOException, InterruptedException {
    git("branch", "start");
    write("deploy/two.yaml", pod("two").replace("image: a", "image: b"));
    commit();
    assertThat(since("HEAD")).startsWith("exit 0");
    assertThat(since("HEAD~1")).contains("two.yaml:").doesNotContain("one.yaml");
    assertThat(since("start")).contains("two.yaml:");
  }

  @Test
  void standardInputIsComparedToo() throws IOException {
    write("rendered", pod("one") + "---\n" + pod("two").replace("image: a", "image: b"));
    write("deploy/one.yaml", "{}\n");
    assertThat(run(CHECK + "--changed-since HEAD deploy - < rendered"))
        .contains("-:14:")
        .doesNotContain("-:5:");
  }

  @Test
  void aSubdirectoryIsEnough() throws IOException {
    write("deploy/two.yaml", pod("two").replace("image: a", "image: b"));
    assertThat(
            Case.of(
                    CHECK.replace("p.bylaw", "../p.bylaw") + "--changed-since HEAD .",
                    directory.resolve("deploy"))
                .run())
        .contains("two.yaml:")
        .doesNotContain("one.yaml");
  }

  @Test
  void whatCannotBeReadStaysAnError() throws IOException {
    write("deploy/two.yaml", "a: {{ .Values.a }}\n");
    assertThat(since("HEAD")).startsWith("exit 3").contains("BY0610");
  }

  @Test
  void aWrongCommitIsAMistake() throws IOException {
    for (String wrong : List.of("nope", "HEAD~9", "'HEAD --help'")) {
      assertThat(since(wrong)).startsWith("exit 2").contains("git knows no commit");
    }
  }

  @Test
  void aShallowCloneSaysWhatToDo() throws IOException, InterruptedException {
    write("deploy/two.yaml", pod("two").replace("image: a", "image: b"));
    commit();
    git("clone", "--quiet", "--depth=1", directory.toUri().toString(), "clone");
    Path clone = directory.resolve("clone");
    assertThat(Case.of(CHECK + "--changed-since HEAD~1 deploy", clone).run())
        .startsWith("exit 2")
        .contains("this clone is shallow");
    assertThat(Case.of(CHECK + "--changed-since HEAD deploy", clone).run()).startsWith("exit 0");
  }

  private static String pod(String name) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s}
    spec:
      hostNetwork: true
      containers:
      - name: app
        image: a
    """
        .formatted(name);
  }

  private static String item(String object) {
    return "- " + object.strip().replace("\n", "\n  ") + "\n";
  }

  private String since(String ref) throws IOException {
    return run(CHECK + "--changed-since " + ref + " deploy");
  }

  private String run(String command) throws IOException {
    return Case.of(command, directory).run();
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void commit() throws IOException, InterruptedException {
    git("add", "--all");
    git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "x");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start();
    assertThat(git.waitFor()).isZero();
  }
}
