package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the program over every folder of {@code src/test/cases}: {@code command} is what a shell
 * would be told, {@code approved.txt} all that it printed, wrote and returned.
 *
 * <p>To add a case, add a folder with a command. {@code -Dapprove} approves; read the diff.
 */
class CasesTest {
  private static final Path CASES = Path.of("src/test/cases");

  @TestFactory
  Stream<DynamicTest> everyCaseSaysWhatWasApproved(@TempDir Path scratch) throws IOException {
    return folders().stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder, scratch)));
  }

  @Test
  void everyFolderIsACase() throws IOException {
    assertThat(folders()).isNotEmpty();
    assertThat(folders()).allSatisfy(folder -> assertThat(folder.resolve("command")).exists());
    assertThat(folders()).allSatisfy(folder -> assertThat(folder.resolve("approved.txt")).exists());
  }

  private static void run(Path folder, Path scratch) throws IOException {
    Path directory = scratch.resolve(folder.getFileName().toString());
    Approved.verify(folder, Case.read(folder, directory).run());
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
