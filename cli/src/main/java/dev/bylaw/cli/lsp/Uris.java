package dev.bylaw.cli.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Addresses as editors write them. */
final class Uris {
  private Uris() {}

  /** The file at an address; null where it is none, such as {@code untitled:Untitled-1}. */
  static @Nullable Path path(String uri) {
    try {
      URI parsed = URI.create(uri);
      return "file".equals(parsed.getScheme()) ? Path.of(parsed).normalize() : null;
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }
}
