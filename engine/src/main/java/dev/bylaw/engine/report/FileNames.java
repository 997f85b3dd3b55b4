package dev.bylaw.engine.report;

import java.nio.charset.StandardCharsets;

/**
 * What services that look at a whole repository call its files: paths and URIs from its root, with
 * forward slashes.
 */
public interface FileNames {
  /** Every file by the name that the run knows it by. */
  FileNames AS_THEY_ARE = name -> name;

  /** The path from the root; an absolute one of a file outside. */
  String path(String name);

  /** The same as a URI reference (RFC 3986): relative to the root, or {@code file:///…}. */
  default String uri(String name) {
    String path = path(name);
    StringBuilder uri = new StringBuilder(isInside(path) ? "" : "file://");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean letter = ('a' <= (c | 0x20) && (c | 0x20) <= 'z') || ('0' <= c && c <= '9');
      if (letter || "-._~/".indexOf(c) >= 0) {
        uri.append(c);
      } else {
        String hex = "0123456789ABCDEF";
        uri.append('%').append(hex.charAt(c >> 4)).append(hex.charAt(c & 15));
      }
    }
    return uri.toString();
  }

  /** Whether a path that {@link #path} gave is relative to the root. */
  static boolean isInside(String path) {
    return !path.startsWith("/");
  }
}
