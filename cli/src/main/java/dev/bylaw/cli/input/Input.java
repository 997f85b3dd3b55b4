package dev.bylaw.cli.input;

import dev.bylaw.cli.CliCode;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Something that is to be checked. */
public sealed interface Input {
  /** As the user wrote it, with forward slashes; {@code -} is standard input. */
  String name();

  record File(String name, Path path) implements Input {}

  record StandardInput(String name) implements Input {}

  /**
   * A path behind which there is nothing to read. An error makes the run incomplete; a directory
   * without manifests is only worth a warning.
   */
  record Hole(String name, Diagnostic reason) implements Input {
    static Hole of(CliCode code, String name, String message, @Nullable String help) {
      return new Hole(
          name, Diagnostic.of(code, new Span(new Source(name, ""), 0, 0), message, help));
    }

    /** A file or directory that is there, and cannot be opened. */
    public static Hole unreadable(String name, Exception reason) {
      return of(CliCode.INPUT_DENIED, name, "this cannot be read: " + why(reason), null);
    }

    /** Why a file or directory cannot be opened, in a few words. */
    public static String why(Exception reason) {
      return switch (reason instanceof DirectoryIteratorException e ? e.getCause() : reason) {
        case AccessDeniedException _ -> "permission denied";
        case NoSuchFileException _ -> "it is gone, or a symbolic link to nothing";
        case FileSystemException system -> String.valueOf(system.getReason());
        case null, default -> String.valueOf(reason.getMessage());
      };
    }
  }
}
