package dev.bylaw.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bylaw.cli.ConfigurationError;
import dev.bylaw.cli.Session;
import dev.bylaw.cli.Silent;
import dev.bylaw.cli.UsageError;
import dev.bylaw.cli.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  @TempDir Path directory;

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Session in(String folder) throws IOException {
    return Silent.in(Files.createDirectories(directory.resolve(folder)));
  }

  private void beARepository() throws IOException {
    Files.createDirectory(directory.resolve(".git"));
  }

  @Test
  void theNearestCounts() throws IOException {
    beARepository();
    write("bylaw.yaml", "version: 1");
    Path inner = write("a/b/bylaw.yaml", "version: 1");
    assertThat(ConfigurationFile.nearest(in("a/b/c/d")).file()).isEqualTo(inner);
    assertThat(ConfigurationFile.nearest(in("a")).file())
        .isEqualTo(directory.resolve("bylaw.yaml"));
  }

  @Test
  void nothingAboveTheRepositoryCounts() throws IOException {
    write("bylaw.yaml", "version: 1");
    Files.createDirectories(directory.resolve("repository/.git"));
    assertThat(ConfigurationFile.nearest(in("repository/a"))).isEqualTo(Configuration.NONE);
    assertThat(ConfigurationFile.nearest(in("repository"))).isEqualTo(Configuration.NONE);
  }

  @Test
  void aWorktreeHasAFileForItsRoot() throws IOException {
    write("bylaw.yaml", "version: 1");
    write("worktree/.git", "gitdir: elsewhere");
    assertThat(ConfigurationFile.nearest(in("worktree/a"))).isEqualTo(Configuration.NONE);
  }

  @Test
  void outsideOfARepositoryOnlyTheDirectoryItselfCounts() throws IOException {
    write("bylaw.yaml", "version: 1");
    assertThat(ConfigurationFile.nearest(in("a"))).isEqualTo(Configuration.NONE);
    assertThat(ConfigurationFile.nearest(in("")).file()).isNotNull();
  }

  @Test
  void pathsAreSeenFromTheFile() throws IOException {
    beARepository();
    write(
        "bylaw.yaml",
        "version: 1\nrules: [std/cis, ./policies, policies/../own.bylaw, /etc/a.bylaw]\n");
    Setting<List<Written>> rules =
        Objects.requireNonNull(ConfigurationFile.nearest(in("a/b")).rules());
    assertThat(rules.value())
        .extracting(Written::text)
        .containsExactly("std/cis", "../../policies", "../../own.bylaw", "/etc/a.bylaw");
  }

  @Test
  void placesAreNamedFromHere() throws IOException {
    beARepository();
    write("bylaw.yaml", "version: 1\nnonsense: 1\n");
    Session session = in("a/b");
    assertThatThrownBy(() -> ConfigurationFile.nearest(session))
        .isInstanceOfSatisfying(
            ConfigurationError.class,
            e ->
                assertThat(e.diagnostics().getFirst().primary().span().source().name())
                    .isEqualTo("../../bylaw.yaml"));
  }

  @Test
  void aMistakenNameAboveIsAnErrorToo() throws IOException {
    beARepository();
    write(".bylaw.yaml", "version: 1");
    Session session = in("a");
    assertThatThrownBy(() -> ConfigurationFile.nearest(session))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.sentence()).startsWith("`../.bylaw.yaml`"));
  }

  @Test
  void aMistakenNameBesideTheRightOneIsNobodysBusiness() throws IOException {
    write("bylaw.yaml", "version: 1");
    write("bylaw.yml", "nonsense");
    assertThat(ConfigurationFile.nearest(in("")).file()).isNotNull();
  }

  @Test
  void aDirectoryIsNoConfiguration() throws IOException {
    Files.createDirectory(directory.resolve("bylaw.yaml"));
    Session session = in("");
    assertThatThrownBy(() -> ConfigurationFile.nearest(session)).isInstanceOf(UsageError.class);
  }
}
