package dev.bylaw.schemagen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** Decides whether a file has to be made again. */
final class Freshness {
  private Freshness() {}

  /**
   * Whether the output exists and was written after every file of the inputs, in directories too.
   */
  static boolean isNewer(Path output, List<Path> inputs) throws IOException {
    if (!Files.exists(output)) {
      return false;
    }
    FileTime written = Files.getLastModifiedTime(output);
    for (Path input : inputs) {
      try (var files = Files.walk(input)) {
        for (Path file : files.toList()) {
          if (Files.getLastModifiedTime(file).compareTo(written) >= 0) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
