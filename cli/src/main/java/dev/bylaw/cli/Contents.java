package dev.bylaw.cli;

import dev.bylaw.cli.input.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Opens inputs, as often as they are needed: what can be read only once, standard input or a pipe,
 * is kept.
 */
final class Contents {
  private final Session session;
  private final Map<Input, byte[]> kept = new LinkedHashMap<>();

  Contents(Session session) {
    this.session = session;
  }

  InputStream open(Input input) throws IOException {
    byte[] bytes = kept.get(input);
    if (bytes != null) {
      return new ByteArrayInputStream(bytes);
    }
    if (isRegular(input)) {
      return once(input);
    }
    try (InputStream in = once(input)) {
      bytes = in.readAllBytes();
    }
    kept.put(input, bytes);
    return new ByteArrayInputStream(bytes);
  }

  private static boolean isRegular(Input input) {
    return input instanceof Input.File file && Files.isRegularFile(file.path());
  }

  private InputStream once(Input input) throws IOException {
    return switch (input) {
      case Input.File file -> Files.newInputStream(file.path());
      case Input.StandardInput _ -> session.in();
      case Input.Hole _ -> InputStream.nullInputStream();
    };
  }
}
