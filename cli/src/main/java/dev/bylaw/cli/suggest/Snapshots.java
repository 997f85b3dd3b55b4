package dev.bylaw.cli.suggest;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Snapshot;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Worth;
import dev.bylaw.engine.capability.observe.Mask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What snapshots are worth that show no choice; equal ones are told once. */
final class Snapshots {
  private Snapshots() {}

  /** What equal snapshots have in common. */
  private record Likeness(Worth worth, Mask held, Mask bounding) {}

  static List<String> worthless(List<Snapshot> snapshots) {
    Map<Likeness, List<Snapshot>> alike = new LinkedHashMap<>();
    for (Snapshot snapshot : snapshots) {
      Mask bounding = snapshot.seen().bounding();
      Likeness likeness =
          new Likeness(
              snapshot.worth(), snapshot.seen().held(), bounding == null ? Mask.NONE : bounding);
      alike.computeIfAbsent(likeness, _ -> new ArrayList<>()).add(snapshot);
    }
    List<String> sentences = new ArrayList<>();
    alike.forEach((likeness, all) -> tell(likeness, all, sentences));
    return sentences;
  }

  private static void tell(Likeness likeness, List<Snapshot> all, List<String> sentences) {
    Snapshot first = all.getFirst();
    boolean many = all.size() > 1;
    String who = Grounds.seen(first.seen());
    if (many) {
      who += " and " + (all.size() - 1) + " more";
    }
    String holds = who + (many ? " hold " : " holds ");
    switch (likeness.worth()) {
      case NOTHING_HELD -> sentences.add(holds + "nothing" + unused(likeness.bounding()));
      case EVERYTHING ->
          sentences.add(
              holds
                  + "everything"
                  + but(likeness.held().lacking())
                  + ", asked for or not. That shows no need: trace what it uses.");
      case DEFAULTS -> sentences.add(holds + defaults(first));
      case CHOSEN -> {}
    }
    List<Integer> unnamed = likeness.held().unnamed();
    if (!unnamed.isEmpty()) {
      sentences.add(holds + "capabilities that Bylaw has no name for: " + joined(unnamed) + ".");
    }
  }

  private static String defaults(Snapshot snapshot) {
    String unasked = ", which a container gets unasked. That shows no need: trace what it uses.";
    if (snapshot.runtime() != null) {
      return "the default set of " + snapshot.runtime().runtime() + unasked;
    }
    return snapshot.evidence().isEmpty()
        ? "the default set of a runtime, or most of one" + unasked
        : "more than the default set of a runtime, and only what is beyond it was asked for.";
  }

  /** What the container was granted, where its process could not make use of it. */
  private static String unused(Mask bounding) {
    if (bounding.isEmpty() || bounding.isEverything()) {
      return ".";
    }
    return ", although its container may hold "
        + joined(bounding.capabilities())
        + ": so little does `add` do for a process that does not run as root.";
  }

  private static String but(Mask lacking) {
    Collection<Capability> names = lacking.capabilities();
    return names.isEmpty() ? "" : " but " + joined(names);
  }

  private static String joined(Collection<?> items) {
    return String.join(", ", items.stream().map(String::valueOf).toList());
  }
}
