package dev.bylaw.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.cli.Silent;
import dev.bylaw.cli.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  @TempDir Path directory;

  @BeforeEach
  void beARepository() throws IOException {
    Files.createDirectory(directory.resolve(".git"));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<Input> find(String... paths) {
    return Inputs.find(List.of(paths), Silent.in(directory));
  }

  private List<String> names(String... paths) {
    return find(paths).stream().map(Input::name).toList();
  }

  private static String message(Input input) {
    return input instanceof Input.Hole hole ? hole.reason().message() : "";
  }

  @Test
  void manifestsOfADirectoryComeByName() throws IOException {
    write("d/b.yaml", "");
    write("d/a/z.YML", "");
    write("d/a.json", "");
    write("d/readme.txt", "");
    assertThat(names("d")).containsExactly("d/a/z.YML", "d/a.json", "d/b.yaml");
    assertThat(names("d/")).containsExactly("d/a/z.YML", "d/a.json", "d/b.yaml");
    assertThat(names("./d/a")).containsExactly("./d/a/z.YML");
  }

  @Test
  void theOwnDirectoryNeedsNoPrefix() throws IOException {
    write("d/b.yaml", "");
    assertThat(names(".")).containsExactly("d/b.yaml");
  }

  @Test
  void aFileThatIsNamedNeedsNoExtension() throws IOException {
    write("manifest", "");
    assertThat(names("manifest")).containsExactly("manifest");
  }

  @Test
  void whatIsNamedTwiceIsFoundOnce() throws IOException {
    write("d/a.yaml", "");
    assertThat(names("d/a.yaml", "d", "./d/a.yaml", "-", "-")).containsExactly("d/a.yaml", "-");
  }

  @Test
  void aDirectoryThatWasSearchedIsNotEmpty() throws IOException {
    write("d/e/a.yaml", "");
    assertThat(names("d", "d/e")).containsExactly("d/e/a.yaml");
  }

  @Test
  void argumentsKeepTheirOrder() throws IOException {
    write("b.yaml", "");
    write("a.yaml", "");
    assertThat(names("b.yaml", "-", "a.yaml")).containsExactly("b.yaml", "-", "a.yaml");
  }

  @Test
  void aMissingFileIsAHoleAndTheRestIsFound() throws IOException {
    write("a.yaml", "");
    List<Input> found = find("gone.yaml", "a.yaml");
    assertThat(found).hasSize(2);
    assertThat(message(found.getFirst())).isEqualTo("no such file or directory");
  }

  @Test
  void aDirectoryWithoutManifestsIsAHole() throws IOException {
    write("d/readme.txt", "");
    assertThat(message(find("d").getFirst())).isEqualTo("no manifest in this directory");
  }

  @Test
  void whatGitIgnoresIsLeftOut() throws IOException {
    write(".gitignore", "# rendered\n*.out.yaml\n/top.yaml\nbuild/\n!keep.out.yaml\n");
    write("a.out.yaml", "");
    write("keep.out.yaml", "");
    write("top.yaml", "");
    write("d/top.yaml", "");
    write("d/build/x.yaml", "");
    write("d/build.yaml", "");
    assertThat(names(".")).containsExactly("d/build.yaml", "d/top.yaml", "keep.out.yaml");
  }

  @Test
  void ignoreFilesAboveAndBelowHold() throws IOException {
    write(".gitignore", "a.yaml\n");
    write("d/.gitignore", "!a.yaml\n**/deep/*.yaml\n");
    write("d/a.yaml", "");
    write("d/x/deep/b.yaml", "");
    write("d/x/a.yaml", "");
    write("e/a.yaml", "");
    assertThat(names("d")).containsExactly("d/a.yaml", "d/x/a.yaml");
    assertThat(message(find("e").getFirst())).isEqualTo("no manifest in this directory");
  }

  @Test
  void aFileThatIsNamedIsReadThoughGitIgnoresIt() throws IOException {
    write(".gitignore", "a.yaml\n");
    write("a.yaml", "");
    assertThat(names("a.yaml")).containsExactly("a.yaml");
  }

  @Test
  void linksAreFollowedAndLoopsAreNot() throws IOException {
    write("real/a.yaml", "");
    Files.createSymbolicLink(directory.resolve("real/loop"), directory);
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("real"));
    assertThat(names("link")).containsExactly("link/a.yaml");
    assertThat(names(".")).containsExactly("link/a.yaml");
  }

  @Test
  void aLinkToNothingIsAHole() throws IOException {
    Files.createSymbolicLink(directory.resolve("a.yaml"), directory.resolve("gone"));
    assertThat(message(find("a.yaml").getFirst())).contains("no such file");
  }

  @Test
  void theRepositoryItselfIsNotSearched() throws IOException {
    write(".git/x.yaml", "");
    write("a.yaml", "");
    assertThat(names(".")).containsExactly("a.yaml");
  }

  private List<String> included(List<String> include, List<String> exclude, String... paths) {
    Scope scope =
        new Scope(
            directory,
            Written.options("include", include),
            Written.options("exclude", exclude),
            List.of());
    return Inputs.find(List.of(paths), scope, Silent.in(directory)).stream()
        .map(Input::name)
        .toList();
  }

  @Test
  void patternsThatOverlapMissNothing() throws IOException {
    write("deploy/a.yaml", "");
    write("deploy/sub/b.yaml", "");
    write("deploy/sub/deeper/c.yaml", "");
    assertThat(included(List.of("deploy/*.yaml", "deploy/sub", "deploy/sub/*/c.yaml"), List.of()))
        .containsExactly("deploy/a.yaml", "deploy/sub/b.yaml", "deploy/sub/deeper/c.yaml");
    assertThat(included(List.of("**/c.yaml", "deploy"), List.of()))
        .containsExactly("deploy/sub/deeper/c.yaml", "deploy/a.yaml", "deploy/sub/b.yaml");
  }

  @Test
  void aPatternMayMeanOneOfTheNamesOfADirectory() throws IOException {
    write("v3/app/a.yaml", "");
    Files.createSymbolicLink(directory.resolve("current"), directory.resolve("v3"));
    assertThat(included(List.of("*/app/a.yaml"), List.of())).containsExactly("current/app/a.yaml");
    assertThat(included(List.of("v?/app/*.yaml"), List.of())).containsExactly("v3/app/a.yaml");
    assertThat(included(List.of("c*"), List.of())).containsExactly("current/app/a.yaml");
  }

  @Test
  void linksFromEverywhereToEverywhereAreAnErrorAndNoLoop() throws IOException {
    for (int i = 0; i < 12; i++) {
      Files.createDirectories(directory.resolve("d" + i));
      for (int j = 0; j < 12; j++) {
        Files.createSymbolicLink(directory.resolve("d" + i + "/l" + j), directory.resolve("d" + j));
      }
    }
    write("d0/a.yaml", "");
    assertThat(included(List.of("**"), List.of("nothing"))).contains("d0/a.yaml");
  }

  @Test
  void anExcludeHoldsInDirectoriesAndNotForFiles() throws IOException {
    write("a/x.yaml", "");
    write("a/testdata/y.yaml", "");
    List<String> exclude = List.of("**/testdata");
    assertThat(included(List.of(), exclude, "a")).containsExactly("a/x.yaml");
    assertThat(included(List.of(), exclude, "a/testdata")).containsExactly("a/testdata");
    assertThat(included(List.of(), exclude, "a/testdata/y.yaml"))
        .containsExactly("a/testdata/y.yaml");
  }
}
