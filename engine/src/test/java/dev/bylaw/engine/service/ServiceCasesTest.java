package dev.bylaw.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Asks what each folder of {@code src/test/service} says and compares the answer with {@code
 * approved.txt}. Run with {@code -Dapprove} and read the difference.
 */
class ServiceCasesTest {
  private static final Path CASES = Path.of("src/test/service");

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    assertThat(folders()).as("no case found").hasSizeGreaterThan(10);
    return folders().stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  private static void check(Path folder) throws IOException {
    String answer = ServiceCase.read(folder).answer();
    Path approved = folder.resolve("approved.txt");
    if (System.getProperty("approve") != null) {
      Files.writeString(approved, answer);
    }
    assertThat(approved).as("missing approval").exists();
    assertThat(answer).isEqualTo(Files.readString(approved));
  }

  @Test
  void everyFolderHasARequest() throws IOException {
    assertThat(folders()).allSatisfy(folder -> assertThat(folder.resolve("request")).exists());
  }
}
