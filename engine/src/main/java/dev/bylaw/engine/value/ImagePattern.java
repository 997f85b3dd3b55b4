package dev.bylaw.engine.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of {@code image from "ghcr.io/acme/**"}: where an image may come from.
 *
 * <p>A pattern is normalised as a reference is, so {@code nginx} is docker.io/library/nginx and
 * {@code acme/**} is docker.io/acme/**. It is then compared segment by segment, between slashes:
 *
 * <ul>
 *   <li>{@code *} within a segment stands for any characters, none included, but never for a slash;
 *   <li>{@code **} as a whole segment stands for one or more segments, so {@code ghcr.io/acme/**}
 *       is everything below ghcr.io/acme, but neither ghcr.io/acme itself nor ghcr.io/acme-evil/x;
 *   <li>the first segment is the registry with its port, in any case: hosts have no case, and
 *       {@code EVIL.io/x} must not escape a rule about evil.io. {@code ghcr.io} is not {@code
 *       ghcr.io:443}; {@code ghcr.io:*} is the registry on any written port.
 * </ul>
 *
 * <p>Tag and digest play no part.
 */
public final class ImagePattern {
  private static final String ANY_SEGMENTS = "**";

  private ImagePattern() {}

  /** Never true for a pattern that has a {@link #problem}. */
  public static boolean from(ImageReference image, String pattern) {
    if (problem(pattern) != null) {
      return false;
    }
    ImageReference.Name name = name(pattern);
    return Glob.matches(lowerCase(name.registry()), lowerCase(image.registry()))
        && segmentsMatch(
            ImageGrammar.parts(name.repository(), '/'),
            ImageGrammar.parts(image.repository(), '/'));
  }

  /**
   * Why the pattern can match no image, or more images than it seems to; null when it is sound. One
   * sentence without the full stop, to follow the pattern in an error message.
   */
  public static @Nullable String problem(String pattern) {
    if (pattern.isEmpty()) {
      return "an empty pattern matches no image";
    }
    if (pattern.contains("://")) {
      return "an image reference has no scheme: write `"
          + pattern.substring(pattern.indexOf("://") + 3)
          + "`";
    }
    if (pattern.indexOf('@') >= 0) {
      return "a pattern names repositories, not digests: compare `image.digest`";
    }
    String ambiguity =
        pattern.indexOf('/') < 0 ? problemOfSingle(pattern) : problemOfFirst(pattern);
    return ambiguity == null ? problemOfName(pattern) : ambiguity;
  }

  /**
   * Without a slash it is an image of Docker Hub, which is seldom what a registry's name is for.
   */
  private static @Nullable String problemOfSingle(String pattern) {
    if (pattern.equals("*") || pattern.equals(ANY_SEGMENTS)) {
      return "it names no registry: write one, such as `docker.io/**`";
    }
    int colon = pattern.indexOf(':');
    String name = colon < 0 ? pattern : pattern.substring(0, colon);
    if (name.equals("localhost") || name.indexOf('.') >= 0) {
      return "without a slash it is an image of docker.io: write `" + pattern + "/**`";
    }
    return colon < 0 ? null : "a pattern names repositories, not tags: compare `image.tag`";
  }

  /** A star that could be a registry as well as an organisation is read as the latter. */
  private static @Nullable String problemOfFirst(String pattern) {
    String first = pattern.substring(0, pattern.indexOf('/'));
    if (first.indexOf('*') >= 0 && !ImageGrammar.namesRegistry(first)) {
      return "`"
          + first
          + "` could be a registry or a part of docker.io: name the registry, as in `docker.io/"
          + pattern
          + "`";
    }
    return null;
  }

  private static @Nullable String problemOfName(String pattern) {
    ImageReference.Name name = name(pattern);
    String inRegistry = problemOfRegistry(name.registry());
    if (inRegistry != null) {
      return inRegistry;
    }
    String path = name.repository();
    int shortest = 0;
    for (String segment : ImageGrammar.parts(path, '/')) {
      String inSegment = problemOfSegment(segment, pattern);
      if (inSegment != null) {
        return inSegment;
      }
      shortest += 1 + withoutStars(segment).length();
    }
    return shortest - 1 > ImageGrammar.LONGEST_REPOSITORY
        ? "no repository is longer than 255 characters"
        : null;
  }

  private static @Nullable String problemOfRegistry(String registry) {
    if (registry.contains(ANY_SEGMENTS)) {
      return "`**` must stand alone between slashes, and cannot be a registry";
    }
    boolean anyPort = registry.endsWith(":*");
    String host = anyPort ? registry.substring(0, registry.length() - 2) : registry;
    for (int star = host.indexOf('*'); star >= 0; star = host.indexOf('*', star + 1)) {
      // `ghcr.*` is also ghcr.evil.com, and `*acme.io` is also evilacme.io.
      if (!host.startsWith(".", star + 1)) {
        return "a star in a registry must be followed by a dot, as in `*.acme.io`, or other domains"
            + " match, too";
      }
    }
    String sample = sample(host) + (anyPort ? ":1" : "");
    return ImageGrammar.isDomain(sample) || ImageGrammar.isPathComponent(sample)
        ? null
        : "`" + registry + "` is no registry";
  }

  private static @Nullable String problemOfSegment(String segment, String pattern) {
    if (segment.equals(ANY_SEGMENTS)) {
      return null;
    }
    if (segment.isEmpty()) {
      return pattern.endsWith("/") && !pattern.endsWith("//")
          ? "nothing follows the last slash: write `" + pattern + "**`"
          : "there is nothing between two slashes";
    }
    if (segment.contains(ANY_SEGMENTS)) {
      return "`**` must stand alone between slashes";
    }
    if (segment.indexOf(':') >= 0) {
      return "a pattern names repositories, not tags: compare `image.tag`";
    }
    if (!lowerCase(segment).equals(segment)) {
      return "the path of an image is lower case: write `" + lowerCase(segment) + "`";
    }
    // Letters and digits fit beside anything, so if none fits here, nothing does.
    return ImageGrammar.isPathComponent(sample(segment))
        ? null
        : "`" + segment + "` can be no part of an image's path";
  }

  /**
   * As for a reference, except that {@code docker.io/**} is all of Docker Hub and not its official
   * images alone.
   */
  private static ImageReference.Name name(String pattern) {
    ImageReference.Name name = ImageReference.Name.of(pattern);
    boolean everything =
        pattern.equals("docker.io/" + ANY_SEGMENTS)
            || pattern.equals("index.docker.io/" + ANY_SEGMENTS);
    return everything ? new ImageReference.Name(name.registry(), ANY_SEGMENTS) : name;
  }

  /** Dynamic programming over the two lists, so that many {@code **} cost no more than one. */
  private static boolean segmentsMatch(List<String> pattern, List<String> segments) {
    // matched[i]: the part of the pattern seen so far matches the first i segments.
    boolean[] matched = new boolean[segments.size() + 1];
    matched[0] = true;
    for (String part : pattern) {
      boolean[] next = new boolean[matched.length];
      for (int i = 1; i < next.length; i++) {
        next[i] =
            part.equals(ANY_SEGMENTS)
                ? matched[i - 1] || next[i - 1]
                : matched[i - 1] && Glob.matches(part, segments.get(i - 1));
      }
      matched = next;
    }
    return matched[segments.size()];
  }

  private static String sample(String pattern) {
    return pattern.replace('*', 'a');
  }

  private static String withoutStars(String segment) {
    return segment.replace("*", "");
  }

  /** ASCII only: nothing else can stand in a reference, and locales must not matter. */
  static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(ImageGrammar.isUpper(c) ? (char) (c + ('a' - 'A')) : c);
    }
    return lower.toString();
  }
}
