package dev.bylaw.engine.capability;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text stands for where a capability is expected. Runtimes disagree about {@code CAP_} and
 * about case, so the same text is read in one way where a container asks for a capability, and in
 * another where it gives one up.
 *
 * @param known whether the text names a capability, or all of them, in any spelling; a name can be
 *     known and have no effect, as {@code CAP_NET_RAW} in a list to drop
 * @param capabilities what it stands for, by number
 */
public record CapabilityName(boolean known, Set<Capability> capabilities) {
  private static final String PREFIX = "CAP_";
  private static final CapabilityName UNKNOWN = new CapabilityName(false, Set.of());
  private static final CapabilityName NO_EFFECT = new CapabilityName(true, Set.of());
  private static final CapabilityName ALL = new CapabilityName(true, Capability.all());

  /** By name without prefix, in upper case; only ever looked up. */
  private static final Map<String, CapabilityName> NAMED = named();

  private static Map<String, CapabilityName> named() {
    Map<String, CapabilityName> named = new HashMap<>();
    for (Capability capability : Capability.all()) {
      named.put(capability.name(), new CapabilityName(true, Set.of(capability)));
    }
    named.put("ALL", ALL);
    return named;
  }

  /**
   * An entry of {@code capabilities.add}: what <em>some</em> runtime grants for it.
   *
   * <p>{@code ALL} in any case is every capability. CRI-O, Docker and Podman take {@code
   * CAP_SYS_ADMIN} for {@code SYS_ADMIN}, which containerd alone does not. All of them are written
   * in Go, whose upper-casing makes an S of the long s (U+017F) and an I of the dotless i (U+0131),
   * and whose case folding a K of the Kelvin sign (U+212A).
   */
  public static CapabilityName added(String text) {
    return withoutPrefix(upper(text, true));
  }

  /**
   * An entry of {@code capabilities.drop}: what <em>every</em> runtime takes away for it.
   *
   * <p>{@code ALL} in any case is every capability, and a name may be in any case of ASCII letters.
   * With {@code CAP_} it drops nothing: containerd puts another {@code CAP_} before it, and ignores
   * the result in silence.
   */
  public static CapabilityName dropped(String text) {
    String upper = upper(text, false);
    if (upper.startsWith(PREFIX)) {
      return withoutPrefix(upper).known() ? NO_EFFECT : UNKNOWN;
    }
    return NAMED.getOrDefault(upper, UNKNOWN);
  }

  /**
   * A name in a rule: with or without {@code CAP_}, in any case of ASCII letters; or {@code ALL}.
   *
   * @return null if it is neither
   */
  public static @Nullable CapabilityName literal(String text) {
    CapabilityName name = withoutPrefix(upper(text, false));
    return name.known() ? name : null;
  }

  /** Whether a runtime would see {@code CAP_} at the start of a text, in any case. */
  static boolean isPrefixed(String text) {
    return upper(text, true).startsWith(PREFIX);
  }

  private static CapabilityName withoutPrefix(String upper) {
    if (!upper.startsWith(PREFIX)) {
      return NAMED.getOrDefault(upper, UNKNOWN);
    }
    String name = upper.substring(PREFIX.length());
    // No runtime knows CAP_ALL.
    return name.equals("ALL") ? UNKNOWN : NAMED.getOrDefault(name, UNKNOWN);
  }

  /** Letter by letter and without a locale: in a Turkish one, the upper case of i is no I. */
  private static String upper(String text, boolean asGo) {
    var upper = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        upper.append((char) (c - ('a' - 'A')));
      } else if (asGo) {
        upper.append(asciiInGo(c));
      } else {
        upper.append(c);
      }
    }
    return upper.toString();
  }

  private static char asciiInGo(char c) {
    return switch (c) {
      case '\u017f' -> 'S';
      case '\u0131' -> 'I';
      case '\u212a' -> 'K';
      default -> c;
    };
  }
}
