package dev.bylaw.engine.capability;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Capabilities that a rule names.
 *
 * @param all whether it names {@code ALL}: the word itself, not every name
 * @param capabilities the names beside it
 */
public record CapabilitySet(boolean all, Set<Capability> capabilities) {
  /**
   * What one or more literals name together; each is one that {@link CapabilityName#literal}
   * accepts.
   */
  public static CapabilitySet of(List<String> literals) {
    boolean all = false;
    Set<Capability> named = EnumSet.noneOf(Capability.class);
    for (String literal : literals) {
      if (literal.equals("ALL")) {
        all = true;
      } else {
        named.add(Capability.valueOf(literal));
      }
    }
    return new CapabilitySet(all, named);
  }

  /** The names without {@code CAP_}, by number, {@code ALL} first. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    if (all) {
      names.add("ALL");
    }
    capabilities.forEach(capability -> names.add(capability.name()));
    return names;
  }
}
