package dev.bylaw.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds each conversation of {@code src/test/lsp} to its {@code approved.txt}: a {@code script} and
 * the files of a folder. Run with {@code -Dapprove} and read the difference.
 */
class TranscriptsTest {
  private static final Path CASES = Path.of("src/test/lsp");

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(CASES)) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    assertThat(folders).as("no case found").hasSizeGreaterThan(5);
    return folders.stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  private void check(Path folder) throws IOException {
    Path workspace = Files.createDirectories(temporary.toRealPath().resolve(folder.getFileName()));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.equals("script") && !name.equals("approved.txt")) {
          Path copy = workspace.resolve(name);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    List<String> script =
        Files.readAllLines(folder.resolve("script")).stream()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    String said = Transcript.of(workspace, script);
    Path approved = folder.resolve("approved.txt");
    if (System.getProperty("approve") != null) {
      Files.writeString(approved, said);
    }
    assertThat(approved).as("missing approval").exists();
    assertThat(said).isEqualTo(Files.readString(approved));
  }
}
