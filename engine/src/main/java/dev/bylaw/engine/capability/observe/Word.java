package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.CapabilityName;
import dev.bylaw.grammar.Span;

/** What stands between two stretches of white space. */
record Word(String text, Span span) {
  boolean isNumber() {
    return isNumber(text);
  }

  static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 10;
  }

  /** The capability that it names, with or without {@code CAP_}. */
  Capability capability() {
    CapabilityName name = CapabilityName.literal(text);
    if (name == null || name.capabilities().size() != 1) {
      throw new Misread(
          span,
          text.isEmpty()
              ? "the name of a capability is missing here"
              : "`" + text + "` is no capability that is known",
          text.endsWith("…") ? "the table cut it short: take the JSON output" : null);
    }
    return name.capabilities().iterator().next();
  }
}
