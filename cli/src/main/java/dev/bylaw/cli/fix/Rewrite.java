package dev.bylaw.cli.fix;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the content of a file, all of it or nothing: a reader sees the old file or the new one.
 */
public final class Rewrite {
  private Rewrite() {}

  /**
   * Writes the new content beside the file and moves it into its place. Permissions stay.
   *
   * @param expected what was read; a file that holds something else by now is left alone
   * @return why it was not written, or null
   */
  public static @Nullable String file(Path path, byte[] expected, byte[] content) {
    if (Files.isSymbolicLink(path)) {
      return "it is a symbolic link: name the file that it leads to";
    }
    if (!Files.isRegularFile(path)) {
      return "it is no regular file";
    }
    try {
      if (!Files.isWritable(path) || isReadOnly(path)) {
        return "it is read-only";
      }
      if (!Arrays.equals(Files.readAllBytes(path), expected)) {
        return "it was changed meanwhile by somebody else";
      }
      replace(path, content);
      return null;
    } catch (AccessDeniedException e) {
      return "permission denied";
    } catch (FileSystemException e) {
      return String.valueOf(e.getReason());
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Whoever may write everything is told of a file that nobody is meant to write. */
  private static boolean isReadOnly(Path path) throws IOException {
    PosixFileAttributeView view = posix(path);
    if (view == null) {
      return false;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    return !permissions.contains(PosixFilePermission.OWNER_WRITE)
        && !permissions.contains(PosixFilePermission.GROUP_WRITE)
        && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  private static void replace(Path path, byte[] content) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path beside = Files.createTempFile(absolute.getParent(), ".bylaw-", ".tmp");
    try {
      Files.write(beside, content);
      PosixFileAttributeView from = posix(path);
      PosixFileAttributeView to = posix(beside);
      if (from != null && to != null) {
        to.setPermissions(from.readAttributes().permissions());
      }
      move(beside, absolute);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static @Nullable PosixFileAttributeView posix(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class);
  }
}
