package dev.bylaw.cli.lsp;

import dev.bylaw.cli.explain.ErrorPages;
import dev.bylaw.grammar.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What comes with the program and an editor may open: the standard library, and the pages of error
 * codes. They are written as files, on demand, into a folder of this process: every editor can open
 * a file, and few can ask a server for a text that is none.
 */
final class Pages implements AutoCloseable {
  private static final String STANDARD = "std/";

  private final Map<String, ErrorPages.Page> codes = new LinkedHashMap<>();
  private @Nullable Path folder;

  /** The address of a file of the standard library. */
  String library(Source source) {
    return written(source.name(), source.text());
  }

  /** The name of the library's file at an address, or null if it is none that was written here. */
  @Nullable String libraryName(Path file) {
    if (folder == null || !file.startsWith(folder)) {
      return null;
    }
    String name = folder.relativize(file).toString().replace('\\', '/');
    return name.startsWith(STANDARD) ? name : null;
  }

  /** The address of the page of an error code, or null if it has none. */
  @Nullable String code(String code) {
    if (codes.isEmpty()) {
      codes.putAll(ErrorPages.all());
    }
    ErrorPages.Page page = codes.get(code);
    return page == null
        ? null
        : written(
            "errors/" + code + ".md",
            "# " + page.code() + "\n\n" + page.meaning() + "\n\n" + page.details() + "\n");
  }

  private String written(String name, String text) {
    try {
      if (folder == null) {
        folder = Files.createTempDirectory("bylaw-lsp-").toRealPath();
      }
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (!file.toFile().setReadOnly()) {
          // It is a copy: whoever edits it changes nothing.
          return file.toUri().toString();
        }
      }
      return file.toUri().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // What is left in the folder for temporary files is the system's to clear.
      return;
    }
  }
}
