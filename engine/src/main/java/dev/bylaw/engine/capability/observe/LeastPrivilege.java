package dev.bylaw.engine.capability.observe;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.RuntimeDefaults;
import dev.bylaw.engine.capability.observe.Observation.Checked;
import dev.bylaw.engine.capability.observe.Observation.Held;
import dev.bylaw.engine.capability.observe.Observation.User;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The least that a container needs by what was seen of it.
 *
 * <p>To hold a capability is not to use it. So what everybody holds who did not ask is no evidence:
 * everything, and the default set of a runtime. A smaller set was chosen by somebody, and is taken
 * at its word. A check that was granted is a use. A check that was denied is no need: the program
 * was seen to work without.
 *
 * @param cases each capability for or against which anything speaks, by number
 * @param snapshots each snapshot and what it is worth, in the order in which they were read
 * @param users as whom the processes ran
 */
public record LeastPrivilege(List<Case> cases, List<Snapshot> snapshots, Set<User> users) {
  /** What programs ask for to find out what they may do, and mostly do without. */
  private static final Set<Capability> PROBED =
      EnumSet.of(
          Capability.DAC_OVERRIDE,
          Capability.DAC_READ_SEARCH,
          Capability.SYS_ADMIN,
          Capability.SYS_RESOURCE);

  /** The defaults of every runtime lie between these two. */
  private static final Mask LEAST_DEFAULT = Mask.of(RuntimeDefaults.CRIO.capabilities());

  private static final Mask MOST_DEFAULT = Mask.of(RuntimeDefaults.CONTAINERD.capabilities());

  /** What is to be done about a capability. */
  public enum Decision {
    ADD,
    /** It may be needed, and was not shown to be. */
    OPEN,
    LEAVE
  }

  /** How a capability was met with. */
  public enum Sighting {
    HELD,
    GRANTED,
    UNTOLD,
    DENIED,
    NOT_AUDITED,
    INSETID,
    FOREIGN_NAMESPACE
  }

  /** Equal sightings together. */
  public record Reason(Sighting sighting, long times, Observation first) {
    Reason more(long more) {
      return new Reason(sighting, times + more, first);
    }
  }

  /** A capability and all that speaks for and against it. */
  public record Case(Capability capability, Decision decision, List<Reason> reasons) {}

  /** What a set that is held tells. */
  public enum Worth {
    NOTHING_HELD,
    CHOSEN,
    EVERYTHING,
    DEFAULTS
  }

  /**
   * A set that was held.
   *
   * @param runtime whose default set it is, exactly; null if it is another
   * @param evidence what of it counts
   */
  public record Snapshot(Held seen, Worth worth, @Nullable RuntimeDefaults runtime, Mask evidence) {
    static Snapshot of(Held seen) {
      Mask held = seen.held();
      if (held.isEmpty()) {
        return new Snapshot(seen, Worth.NOTHING_HELD, null, Mask.NONE);
      }
      if (held.isEverything()) {
        return new Snapshot(seen, Worth.EVERYTHING, null, Mask.NONE);
      }
      if (!LEAST_DEFAULT.without(held).isEmpty()) {
        return new Snapshot(seen, Worth.CHOSEN, null, held);
      }
      RuntimeDefaults runtime = null;
      for (RuntimeDefaults defaults : RuntimeDefaults.values()) {
        runtime = Mask.of(defaults.capabilities()).equals(held) ? defaults : runtime;
      }
      return new Snapshot(seen, Worth.DEFAULTS, runtime, held.without(MOST_DEFAULT));
    }
  }

  public static LeastPrivilege of(List<Observation> observations) {
    Map<Capability, Map<Sighting, Reason>> met = new EnumMap<>(Capability.class);
    List<Snapshot> snapshots = new ArrayList<>();
    Set<User> users = EnumSet.noneOf(User.class);
    for (Observation observation : observations) {
      users.add(observation.user());
      switch (observation) {
        case Held held -> {
          Snapshot snapshot = Snapshot.of(held);
          snapshots.add(snapshot);
          for (Capability capability : snapshot.evidence().capabilities()) {
            meet(met, capability, new Reason(Sighting.HELD, 1, held));
          }
        }
        case Checked checked ->
            meet(
                met, checked.capability(), new Reason(sighting(checked), checked.times(), checked));
      }
    }
    List<Case> cases = new ArrayList<>();
    met.forEach((capability, reasons) ->
        cases.add(
            new Case(
                capability,
                decision(capability, reasons.keySet()),
                List.copyOf(reasons.values()))));
    return new LeastPrivilege(cases, snapshots, users);
  }

  private static void meet(
      Map<Capability, Map<Sighting, Reason>> met, Capability capability, Reason reason) {
    met.computeIfAbsent(capability, _ -> new EnumMap<>(Sighting.class))
        .merge(reason.sighting(), reason, (before, now) -> before.more(now.times()));
  }

  private static Sighting sighting(Checked checked) {
    return switch (checked.noise()) {
      case NOT_AUDITED -> Sighting.NOT_AUDITED;
      case INSETID -> Sighting.INSETID;
      case FOREIGN_NAMESPACE -> Sighting.FOREIGN_NAMESPACE;
      case NONE ->
          switch (checked.verdict()) {
            case GRANTED -> Sighting.GRANTED;
            case DENIED -> Sighting.DENIED;
            case UNTOLD -> Sighting.UNTOLD;
          };
    };
  }

  private static Decision decision(Capability capability, Set<Sighting> met) {
    if (met.contains(Sighting.GRANTED) || met.contains(Sighting.HELD)) {
      return Decision.ADD;
    }
    if (!met.contains(Sighting.UNTOLD)) {
      return Decision.LEAVE;
    }
    boolean doubtful = PROBED.contains(capability) || met.contains(Sighting.DENIED);
    return doubtful ? Decision.OPEN : Decision.ADD;
  }

  /** What to add after {@code drop: [ALL]}, by number. */
  public List<Capability> add() {
    return cases.stream()
        .filter(one -> one.decision() == Decision.ADD)
        .map(Case::capability)
        .toList();
  }
}
