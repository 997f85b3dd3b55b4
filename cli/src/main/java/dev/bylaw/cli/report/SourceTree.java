package dev.bylaw.cli.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Where files stand in their repository, for services that look at all of it: paths and URIs from
 * its root, with forward slashes. Without a repository the working directory is the root.
 */
public final class SourceTree {
  private static final String PLAIN = "-._~/";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final Path directory;
  private final Path root;

  private SourceTree(Path directory, Path root) {
    this.directory = directory;
    this.root = root;
  }

  /** The tree around the directory that names are relative to. */
  public static SourceTree around(Path directory) {
    Path here = directory.toAbsolutePath().normalize();
    Path root = here;
    while (root != null && !Files.exists(root.resolve(".git"))) {
      root = root.getParent();
    }
    return new SourceTree(here, root == null ? here : root);
  }

  /**
   * The path from the root; an absolute one of a file outside. What is no file, such as standard
   * input or a rule of a standard pack, keeps its name.
   */
  public String path(String name) {
    Path file = directory.resolve(name).normalize();
    if (!Files.exists(file)) {
      return name;
    }
    return slashes(file.startsWith(root) ? root.relativize(file) : file);
  }

  /** The same as a URI reference (RFC 3986): relative to the root, or {@code file:///…}. */
  public String uri(String name) {
    String path = path(name);
    StringBuilder uri = new StringBuilder(isInside(path) ? "" : "file://");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      uri.append(plain ? String.valueOf(c) : "%" + HEX.toHexDigits(b));
    }
    return uri.toString();
  }

  /** Whether a path that {@link #path} gave is relative to the root. */
  static boolean isInside(String path) {
    return !path.startsWith("/");
  }

  private static String slashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
