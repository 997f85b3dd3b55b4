package dev.bylaw.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/** A session for what neither says anything nor compiles rules. */
public final class Silent {
  private Silent() {}

  public static Session in(Path directory) {
    Output nowhere = new Output(OutputStream.nullOutputStream());
    return new Session(
        _ -> {
          throw new IllegalStateException();
        },
        new ByteArrayInputStream(new byte[0]),
        nowhere,
        nowhere,
        directory,
        () -> "2026-11-23",
        Map.of(),
        false,
        false);
  }
}
