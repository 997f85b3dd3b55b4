package dev.bylaw.cli.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is replaced whole, keeps what it may and by whom, or is left alone with a reason. */
class RewriteTest {
  private static final String OLD = "a: 1\n";
  private static final String NEW = "a: 2\n";

  @TempDir Path directory;

  private Path file(String name) throws IOException {
    return Files.writeString(directory.resolve(name), OLD);
  }

  private static @Nullable String rewrite(Path file) {
    return Rewrite.file(file, OLD.getBytes(UTF_8), NEW.getBytes(UTF_8));
  }

  private static void leavesAlone(Path file, String reason) throws IOException {
    String before = Files.readString(file);
    assertThat(rewrite(file)).isEqualTo(reason);
    assertThat(file).hasContent(before);
  }

  /** A crash between two steps would leave one. */
  @AfterEach
  void noOtherFileIsLeft() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".bylaw-"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r--r--", "rwxrwxr-x", "rw-rw-rw-", "-w-------"})
  void permissionsStay(String permissions) throws IOException {
    Path file = file("a.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    if (!Files.isReadable(file)) {
      // Who is not root cannot read it, and so is told.
      assertThat(rewrite(file)).isEqualTo("permission denied");
      return;
    }
    assertThat(rewrite(file)).isNull();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(permissions);
    assertThat(file).hasContent(NEW);
  }

  @Test
  void whoHasItOpenKeepsTheOldOne() throws IOException {
    Path file = file("a.yaml");
    try (var open = Files.newInputStream(file)) {
      assertThat(rewrite(file)).isNull();
      assertThat(new String(open.readAllBytes(), UTF_8)).isEqualTo(OLD);
    }
    assertThat(file).hasContent(NEW);
  }

  @Test
  void aFileInAFolderBehindALinkIsThatFile() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("real"));
    Path file = Files.writeString(folder.resolve("a.yaml"), OLD);
    Path link = Files.createSymbolicLink(directory.resolve("link"), folder);
    assertThat(rewrite(link.resolve("a.yaml"))).isNull();
    assertThat(file).hasContent(NEW);
    assertThat(link).isSymbolicLink();
  }

  @ParameterizedTest
  @ValueSource(strings = {"r--r--r--", "r-xr-xr-x", "r--------"})
  void leavesWhatNobodyIsMeantToWrite(String permissions) throws IOException {
    Path file = file("a.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    leavesAlone(file, "it is read-only");
  }

  @Test
  void leavesALink() throws IOException {
    Path file = file("a.yaml");
    Path link = Files.createSymbolicLink(directory.resolve("b.yaml"), file);
    leavesAlone(link, "it is a symbolic link: name the file that it leads to");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void leavesAFileThatWasChangedMeanwhile() throws IOException {
    Path file = file("a.yaml");
    Files.writeString(file, "a: 3\n");
    leavesAlone(file, "it was changed meanwhile by somebody else");
  }

  @Test
  void leavesWhatIsNoFile() throws IOException {
    assertThat(rewrite(Files.createDirectory(directory.resolve("a"))))
        .isEqualTo("it is no regular file");
    assertThat(rewrite(directory.resolve("gone.yaml"))).isEqualTo("it is no regular file");
    assertThat(directory.resolve("gone.yaml")).doesNotExist();
  }
}
