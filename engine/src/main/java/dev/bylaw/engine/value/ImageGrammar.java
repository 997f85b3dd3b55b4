package dev.bylaw.engine.value;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of an image reference, as the grammar in github.com/distribution/reference (regexp.go)
 * has them, each read in one pass.
 */
final class ImageGrammar {
  static final int LONGEST_REPOSITORY = 255;
  private static final int LONGEST_TAG = 128;

  private ImageGrammar() {}

  /** Whether the text before the first slash names a registry rather than a part of the path. */
  static boolean namesRegistry(String first) {
    if (first.equals("localhost")) {
      return true;
    }
    for (int i = 0; i < first.length(); i++) {
      char c = first.charAt(i);
      if (c == '.' || c == ':' || isUpper(c)) {
        return true;
      }
    }
    return false;
  }

  /** A host name, an IPv4 address or an IPv6 address in brackets, with or without a port. */
  static boolean isDomain(String text) {
    int hostEnd = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
    String host = hostEnd < 0 ? text : text.substring(0, hostEnd);
    String rest = text.substring(host.length());
    boolean port = rest.isEmpty() || (rest.startsWith(":") && isDigits(rest.substring(1)));
    return port && (host.startsWith("[") ? isIpv6(host) : isHostName(host));
  }

  static boolean isPath(String text) {
    for (String component : parts(text, '/')) {
      if (!isPathComponent(component)) {
        return false;
      }
    }
    return true;
  }

  /** Runs of a-z and 0-9 with one separator between two: a dot, one or two underscores, dashes. */
  static boolean isPathComponent(String text) {
    int at = 0;
    while (true) {
      int runStart = at;
      while (at < text.length() && isLowerOrDigit(text.charAt(at))) {
        at++;
      }
      if (at == runStart) {
        return false;
      }
      if (at == text.length()) {
        return true;
      }
      int separatorEnd = endOfSeparator(text, at);
      if (separatorEnd == at) {
        return false;
      }
      at = separatorEnd;
    }
  }

  private static int endOfSeparator(String text, int start) {
    if (text.charAt(start) == '.') {
      return start + 1;
    }
    if (text.charAt(start) == '_') {
      return text.startsWith("__", start) ? start + 2 : start + 1;
    }
    int at = start;
    while (at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    return at;
  }

  static boolean isTag(String text) {
    if (text.isEmpty() || text.length() > LONGEST_TAG) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = isLowerOrDigit(c) || isUpper(c) || c == '_';
      if (!word && (i == 0 || (c != '.' && c != '-'))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The grammar allows any algorithm; go-digest then refuses all but these three, a wrong length
   * and upper-case digits.
   */
  static boolean isDigest(String text) {
    int colon = text.indexOf(':');
    int length =
        switch (colon < 0 ? "" : text.substring(0, colon)) {
          case "sha256" -> 64;
          case "sha384" -> 96;
          case "sha512" -> 128;
          default -> -1;
        };
    String encoded = text.substring(colon + 1);
    return encoded.length() == length && isLowerHex(encoded);
  }

  /** What could be the short form of an image's id, and is therefore no name. */
  static boolean isIdentifier(String text) {
    return text.length() == 64 && isLowerHex(text);
  }

  /** The texts between the separators: one more than there are separators. */
  static List<String> parts(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static boolean isLowerHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHostName(String host) {
    for (String label : parts(host, '.')) {
      if (label.isEmpty() || label.startsWith("-") || label.endsWith("-")) {
        return false;
      }
      for (int i = 0; i < label.length(); i++) {
        char c = label.charAt(i);
        if (!isLowerOrDigit(c) && !isUpper(c) && c != '-') {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isIpv6(String host) {
    for (int i = 1; i < host.length() - 1; i++) {
      char c = host.charAt(i);
      boolean hex = isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (!hex && c != ':') {
        return false;
      }
    }
    return host.length() > 2;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isLowerOrDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z');
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
