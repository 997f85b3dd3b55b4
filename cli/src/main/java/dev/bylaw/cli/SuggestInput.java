package dev.bylaw.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files that {@code bylaw suggest} is given, as text. */
final class SuggestInput {
  /** Weeks of a trace; more is a mistake, such as an image. */
  private static final int MOST_BYTES = 64 << 20;

  private SuggestInput() {}

  /**
   * The text of a file, or of standard input for {@code -}.
   *
   * <p>The names of processes are any bytes, so that what is no UTF-8 is shown as U+FFFD and
   * refused only where it matters.
   */
  static String read(String name, Session session) {
    return new String(bytes(name, session), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String name, Session session) {
    Path path = session.resolve(name.equals("-") ? "." : name);
    if (!name.equals("-") && !Files.exists(path)) {
      throw new UsageError("no such file: `" + name + "`", null);
    }
    if (!name.equals("-") && Files.isDirectory(path)) {
      throw new UsageError("`" + name + "` is a directory", "name the files in it");
    }
    try (InputStream in = name.equals("-") ? session.in() : Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new UsageError(
            "`" + name + "` is larger than " + (MOST_BYTES >> 20) + " MiB",
            "take a part of it, or let the tool print each check once (--unique)");
      }
      return bytes;
    } catch (AccessDeniedException e) {
      throw new UsageError("cannot read `" + name + "`: permission denied", null);
    } catch (IOException e) {
      throw new UsageError("cannot read `" + name + "`: " + e.getMessage(), null);
    }
  }
}
