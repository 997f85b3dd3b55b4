package dev.bylaw.schemagen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the index was made of: each file with its size and time. Times alone do not tell, because
 * the copy of a jar keeps that of its original.
 */
record Fingerprint(List<String> lines) {
  static Fingerprint of(List<Path> inputs) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path input : inputs) {
      try (var files = Files.walk(input)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          lines.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
      }
    }
    return new Fingerprint(lines);
  }

  boolean isIn(Path file) throws IOException {
    return Files.exists(file) && Files.readAllLines(file).equals(lines);
  }

  void writeTo(Path file) throws IOException {
    Files.write(file, lines);
  }
}
