package dev.bylaw.cli.changes;

import dev.bylaw.cli.UsageError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Git, asked as a program: it alone knows what its repositories look like. It is given arguments,
 * never a line for a shell, and runs no other program of the repository's choice.
 */
final class Git {
  private final Path directory;

  Git(Path directory) {
    this.directory = directory;
  }

  /** What a command printed, and how it ended. */
  static final class Answer {
    private final int code;
    private final byte[] bytes;

    Answer(int code, byte[] bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    boolean isGood() {
      return code == 0;
    }

    byte[] bytes() {
      return bytes;
    }

    /** The text on one line. */
    String line() {
      return text().strip();
    }

    /** Parts that end with a null character, as {@code -z} prints them. */
    List<String> parts() {
      return text().isEmpty() ? List.of() : List.of(text().split("\0"));
    }

    private String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  Answer ask(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "--no-pager", "-c", "core.fsmonitor="));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] bytes = process.getInputStream().readAllBytes();
      return new Answer(process.waitFor(), bytes);
    } catch (IOException e) {
      throw new UsageError("`--changed-since` needs git, which cannot be run here", null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The same, of a command that cannot fail where the ones before it did not. */
  Answer must(String... arguments) {
    Answer answer = ask(arguments);
    if (!answer.isGood()) {
      throw new UsageError(
          "git cannot tell what has changed: `git " + arguments[0] + "` fails", null);
    }
    return answer;
  }

  /** The work tree around the directory, or null if there is none. */
  @Nullable Path root() {
    Answer answer = ask("rev-parse", "--show-toplevel");
    return answer.isGood() ? Path.of(answer.line()) : null;
  }
}
