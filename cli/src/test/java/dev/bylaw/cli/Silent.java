package dev.bylaw.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/** A session that says nothing, on a day that never changes. */
public final class Silent {
  private Silent() {}

  /** For what does not compile rules. */
  public static Session in(Path directory) {
    return in(
        directory,
        _ -> {
          throw new IllegalStateException();
        });
  }

  static Session in(Path directory, Pipeline.Opener engine) {
    Output nowhere = new Output(OutputStream.nullOutputStream());
    return new Session(
        engine,
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        directory,
        () -> "2026-11-23",
        Map.of(),
        false,
        false);
  }
}
