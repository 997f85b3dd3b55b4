package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.Capability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A set of capabilities as the kernel has it: bit n is the capability with the number n. */
public record Mask(long bits) {
  public static final Mask NONE = new Mask(0);

  /** All that are known by name. */
  public static final Mask ALL = of(Capability.all());

  /** No kernel since 3.5 has less: 0 (CHOWN) to 36 (BLOCK_SUSPEND). */
  private static final long LEAST_FULL = (1L << 37) - 1;

  /** A set that lacks no more than these of everything was made by taking away, not by choosing. */
  private static final int FEW = 8;

  public static Mask of(Set<Capability> capabilities) {
    long bits = 0;
    for (Capability capability : capabilities) {
      bits |= 1L << capability.number();
    }
    return new Mask(bits);
  }

  public boolean has(Capability capability) {
    return (bits >>> capability.number() & 1) != 0;
  }

  /** Those with a name, by number. */
  public Set<Capability> capabilities() {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    for (Capability capability : Capability.all()) {
      if (has(capability)) {
        capabilities.add(capability);
      }
    }
    return Collections.unmodifiableSet(capabilities);
  }

  /** The numbers of those that a newer kernel may have a name for. */
  public List<Integer> unnamed() {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 0; number < Long.SIZE; number++) {
      if (((bits & ~ALL.bits) >>> number & 1) != 0) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  public Mask union(Mask other) {
    return new Mask(bits | other.bits);
  }

  public Mask without(Mask other) {
    return new Mask(bits & ~other.bits);
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  /** Everything that some kernel knows, or everything but a few. */
  public boolean isEverything() {
    return Long.bitCount(LEAST_FULL & ~bits) <= FEW;
  }

  /** What it lacks of everything, as far as any kernel since 3.5 has it. */
  public Mask lacking() {
    long last = 1L << (63 - Long.numberOfLeadingZeros(bits | LEAST_FULL));
    return new Mask(ALL.bits & (last | (last - 1)) & ~bits);
  }
}
