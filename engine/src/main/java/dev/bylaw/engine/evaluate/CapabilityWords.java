package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.capability.CapabilityName;
import org.jspecify.annotations.Nullable;

/** How findings speak of a name in {@code capabilities.add}. */
final class CapabilityWords {
  private CapabilityWords() {}

  /**
   * The capability that a runtime would grant for it, or the text itself where no runtime knows it.
   */
  static String named(String text) {
    CapabilityName name = CapabilityName.added(text);
    if (!name.known()) {
      return text;
    }
    return Truth.isAll(name) ? "ALL" : name.capabilities().iterator().next().name();
  }

  /** What the reader of a finding could doubt, or null where the name is plain. */
  static @Nullable String note(String text) {
    String named = named(text);
    if (!CapabilityName.added(text).known()) {
      return "no runtime knows a capability of this name";
    }
    if (named.equals("ALL")) {
      return "grants every capability there is";
    }
    if (text.equals(named)) {
      return null;
    }
    boolean prefixed = text.length() == named.length() + "CAP_".length();
    return prefixed
        ? "CRI-O, Docker and Podman grant " + named + " for this; containerd alone ignores it"
        : "runtimes read this as CAP_" + named + ": names are case-insensitive";
  }
}
