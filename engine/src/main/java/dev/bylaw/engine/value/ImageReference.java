package dev.bylaw.engine.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reference of a container image, with its registry and path written out.
 *
 * <p>Grammar and normalisation are those of github.com/distribution/reference ({@code
 * ParseNormalizedNamed}), which the kubelet and containerd use: {@code nginx} is {@code
 * docker.io/library/nginx}. CRI-O resolves short names by its own configuration, so there {@code
 * nginx} need not mean docker.io.
 *
 * <p>No tag is made up: Kubernetes pulls {@code latest} when neither tag nor digest is written, and
 * rules must be able to tell the two apart. When both are written both are kept, though the digest
 * alone decides what is pulled.
 *
 * @param registry the host and, when written, the port, in the case in which it is written
 * @param repository the path within the registry, such as {@code library/nginx}
 */
public record ImageReference(
    String registry, String repository, @Nullable String tag, @Nullable String digest) {

  static final String DOCKER_HUB = "docker.io";
  private static final String DOCKER_HUB_OF_OLD = "index.docker.io";
  private static final String OFFICIAL = "library/";

  /** Null when a container runtime would refuse the text. */
  public static @Nullable ImageReference parse(String text) {
    if (ImageGrammar.isIdentifier(text)) {
      return null;
    }
    int at = text.indexOf('@');
    String digest = at < 0 ? null : text.substring(at + 1);
    String tagged = at < 0 ? text : text.substring(0, at);
    // A colon before the last slash belongs to a port.
    int colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
    String tag = colon < 0 ? null : tagged.substring(colon + 1);
    Name name = Name.of(colon < 0 ? tagged : tagged.substring(0, colon));

    boolean valid =
        name.isValid()
            && (tag == null || ImageGrammar.isTag(tag))
            && (digest == null || ImageGrammar.isDigest(digest));
    return valid ? new ImageReference(name.registry, name.repository, tag, digest) : null;
  }

  /** The last part of the path: {@code nginx} of {@code docker.io/library/nginx}. */
  public String name() {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }

  /** A host with perhaps a port as DNS reads it, without regard to capital letters. */
  public static String host(String registry) {
    return ImagePattern.lowerCase(registry);
  }

  /** Whether it names the same image: registries are hosts, whose names have no case. */
  public boolean isSame(ImageReference other) {
    return host(registry).equals(host(other.registry))
        && repository.equals(other.repository)
        && Objects.equals(tag, other.tag)
        && Objects.equals(digest, other.digest);
  }

  /** The canonical text: everything written out, but no tag that was not written. */
  @Override
  public String toString() {
    return registry
        + "/"
        + repository
        + (tag == null ? "" : ":" + tag)
        + (digest == null ? "" : "@" + digest);
  }

  /** What stands before tag and digest, normalised but not yet checked. */
  record Name(String registry, String repository) {

    static Name of(String text) {
      int slash = text.indexOf('/');
      if (slash < 0) {
        // Even `localhost` and `example.com` are images of Docker Hub when they stand alone.
        return new Name(DOCKER_HUB, OFFICIAL + text);
      }
      String first = text.substring(0, slash);
      boolean hasRegistry = ImageGrammar.namesRegistry(first);
      String registry = hasRegistry && !first.equals(DOCKER_HUB_OF_OLD) ? first : DOCKER_HUB;
      String path = hasRegistry ? text.substring(slash + 1) : text;
      boolean official = registry.equals(DOCKER_HUB) && path.indexOf('/') < 0;
      return new Name(registry, official ? OFFICIAL + path : path);
    }

    /**
     * A first part such as {@code foo_bar.com} is no host name by the grammar, yet the reference
     * passes with it as part of the path and containerd then asks that host. So it is a registry
     * here, too.
     */
    boolean isValid() {
      return (ImageGrammar.isDomain(registry) || ImageGrammar.isPathComponent(registry))
          && repository.length() <= ImageGrammar.LONGEST_REPOSITORY
          && ImageGrammar.isPath(repository);
    }
  }
}
