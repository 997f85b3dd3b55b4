package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the program over manifests that slip past scanners: a folder {@code NN-NAME} each, in {@code
 * trick.md} the trick in words. Whatever Bylaw makes of one, it must not end as if all were well.
 *
 * <p>{@code -Dapprove} approves; read the diff.
 */
class BypassesTest {
  private static final Path BYPASSES = Path.of("src/test/bypasses");
  private static final int KNOWN = 25;

  /** Its file is too large to be kept: the test puts comments before the manifest. */
  private static final String LARGE_FILE = "22-large-file";

  private static final int LARGE = 11 * 1024 * 1024;

  @TestFactory
  Stream<DynamicTest> everyOneIsCaught(@TempDir Path scratch) throws IOException {
    return folders().stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder, scratch)));
  }

  @Test
  void everyNumberHasItsCase() throws IOException {
    assertThat(folders())
        .extracting(folder -> folder.getFileName().toString().split("-", 2)[0])
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, KNOWN)
                .mapToObj(number -> number < 10 ? "0" + number : "" + number)
                .toList());
    assertThat(folders()).allSatisfy(folder -> assertThat(folder.resolve("trick.md")).exists());
  }

  private static void run(Path folder, Path scratch) throws IOException {
    String name = folder.getFileName().toString();
    Case bypass = Case.read(folder, scratch.resolve(name));
    if (name.equals(LARGE_FILE)) {
      enlarge(scratch.resolve(name).resolve("pod.yaml"));
    }
    String result = bypass.run();
    assertThat(result).doesNotStartWith("exit 0\n");
    Approved.verify(folder, result);
  }

  private static void enlarge(Path file) throws IOException {
    String line = "# " + "x".repeat(97) + "\n";
    Files.writeString(file, line.repeat(LARGE / line.length() + 1) + Files.readString(file));
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(BYPASSES)) {
      return folders.sorted().toList();
    }
  }
}
