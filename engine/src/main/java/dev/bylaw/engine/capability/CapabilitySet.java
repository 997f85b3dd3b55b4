package dev.bylaw.engine.capability;

import java.util.List;

/**
 * Capabilities that a rule names.
 *
 * @param names without {@code CAP_}, upper case, in the order of the rule; {@code ALL} is the word
 *     itself, not every name
 */
public record CapabilitySet(List<String> names) {
  public CapabilitySet {
    names = List.copyOf(names);
  }
}
