package dev.bylaw.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that reports go to; closing it closes them. */
final class OutputFiles implements AutoCloseable {
  private final Session session;
  private final List<Output> files = new ArrayList<>();

  OutputFiles(Session session) {
    this.session = session;
  }

  /** An empty file of this name. */
  Output create(String name) {
    Path path = session.resolve(name);
    try {
      Output file = new Output(Files.newOutputStream(path));
      files.add(file);
      return file;
    } catch (NoSuchFileException e) {
      throw new UsageError("cannot write `" + name + "`: its directory does not exist", null);
    } catch (IOException e) {
      String why = Files.isDirectory(path) ? "it is a directory" : "it cannot be opened";
      throw new UsageError("cannot write `" + name + "`: " + why, null);
    }
  }

  @Override
  public void close() {
    try {
      for (Output file : files) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
