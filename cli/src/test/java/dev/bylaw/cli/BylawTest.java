package dev.bylaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.report.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when something goes wrong that no case can bring about. */
class BylawTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path directory;

  private static Evaluation nothingFound() {
    return new Evaluation(List.of(), List.of(), Set.of());
  }

  private ExitCode run(
      Supplier<Evaluation> evaluation,
      OutputStream stdout,
      Map<String, String> environment,
      String... arguments)
      throws IOException {
    Files.writeString(directory.resolve("x.yaml"), "kind: Pod");
    Session session =
        new Session(
            _ -> new FakePipeline(evaluation),
            new ByteArrayInputStream(new byte[0]),
            new Output(stdout),
            new Output(err),
            directory,
            () -> "2026-11-23",
            environment,
            false,
            false);
    return Bylaw.run(session, arguments);
  }

  private String stderr() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aBugAsksForAReportAndShowsNoStackTrace() throws IOException {
    Supplier<Evaluation> bug =
        () -> {
          throw new IllegalStateException("secret internals");
        };
    assertThat(run(bug, out, Map.of(), "x.yaml")).isEqualTo(ExitCode.BUG);
    assertThat(stderr()).contains("a bug in Bylaw").contains("report it");
    assertThat(stderr()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void whoDebugsSeesTheStackTrace() throws IOException {
    Supplier<Evaluation> bug =
        () -> {
          throw new IllegalStateException("x");
        };
    assertThat(run(bug, out, Map.of("BYLAW_DEBUG", "1"), "x.yaml")).isEqualTo(ExitCode.BUG);
    assertThat(stderr()).contains("IllegalStateException").contains("\tat ");
  }

  @Test
  void anExhaustedStackIsABugOfOurs() throws IOException {
    Supplier<Evaluation> bug =
        () -> {
          throw new StackOverflowError();
        };
    assertThat(run(bug, out, Map.of(), "x.yaml")).isEqualTo(ExitCode.BUG);
    assertThat(stderr()).contains("the stack was exhausted");
  }

  @Test
  void exhaustedMemoryIsABugOfOurs() throws IOException {
    Supplier<Evaluation> bug =
        () -> {
          throw new OutOfMemoryError();
        };
    assertThat(run(bug, out, Map.of(), "x.yaml")).isEqualTo(ExitCode.BUG);
    assertThat(stderr()).contains("the memory was exhausted");
  }

  @Test
  void jsonIsWholeAlsoAfterABug() throws IOException {
    Supplier<Evaluation> bug =
        () -> {
          throw new IllegalStateException("x");
        };
    run(bug, out, Map.of(), "x.yaml", "--format", "json");
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\"exitCode\":70}}\n");
  }

  @Test
  void aReaderWhoHasSeenEnoughChangesNothing() throws IOException {
    OutputStream closed = failing("Broken pipe");
    assertThat(run(BylawTest::nothingFound, closed, Map.of(), "x.yaml")).isEqualTo(ExitCode.OK);
    assertThat(stderr()).isEmpty();
  }

  @Test
  void aFullDiskIsAnError() throws IOException {
    OutputStream full = failing("No space left on device");
    assertThat(run(BylawTest::nothingFound, full, Map.of(), "x.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(stderr()).contains("cannot write the report: No space left on device");
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
