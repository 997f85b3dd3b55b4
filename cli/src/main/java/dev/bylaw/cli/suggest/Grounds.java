package dev.bylaw.cli.suggest;

import dev.bylaw.engine.capability.Capability;
import dev.bylaw.engine.capability.observe.LeastPrivilege;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Case;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Decision;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Reason;
import dev.bylaw.engine.capability.observe.LeastPrivilege.Sighting;
import dev.bylaw.engine.capability.observe.Observation;
import dev.bylaw.engine.capability.observe.Observation.User;
import dev.bylaw.grammar.frame.Printable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why something is suggested, in sentences. */
final class Grounds {
  private static final Set<Capability> BIG_FOUR =
      EnumSet.of(
          Capability.SYS_ADMIN, Capability.CHOWN, Capability.DAC_OVERRIDE, Capability.SYS_MODULE);

  private final LeastPrivilege least;

  Grounds(LeastPrivilege least) {
    this.least = least;
  }

  /** What speaks for adding a capability, and what against it. */
  static List<String> of(Case one) {
    List<String> sentences = new ArrayList<>();
    sentences.add(one.capability().allows());
    sentences.add(sightings(one.reasons()) + ".");
    if (BIG_FOUR.contains(one.capability())) {
      sentences.add(
          "WARNING: this is close to root on the node, and the rule capabilities/big-four"
              + " forbids it. Look for something smaller before you grant it.");
    }
    return sentences;
  }

  private static String sightings(List<Reason> reasons) {
    StringBuilder text = new StringBuilder();
    for (Reason reason : reasons) {
      text.append(text.isEmpty() ? "" : "; ").append(sighting(reason));
    }
    text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
    return text.toString();
  }

  private static String sighting(Reason reason) {
    String where =
        (reason.times() == 1 ? "by " : times(reason.times()) + ", first by ")
            + seen(reason.first());
    return switch (reason.sighting()) {
      case HELD -> "held " + where;
      case GRANTED -> "used " + where;
      case UNTOLD -> "asked for " + where + ", with what result the tool does not tell";
      case DENIED -> "asked for and denied " + where;
      case NOT_AUDITED -> "asked for " + where + ", only to see whether more is possible (AUDIT=0)";
      case INSETID -> "asked for " + where + ", as a part of another check (INSETID=1)";
      case FOREIGN_NAMESPACE -> "asked for " + where + ", in another user namespace";
    };
  }

  private static String times(long times) {
    return times == 2 ? "twice" : times + " times";
  }

  /** {@code process 2184 (getpcaps.txt:1)}. */
  static String seen(Observation seen) {
    return process(seen.process()) + " (" + place(seen) + ")";
  }

  private static String process(String process) {
    String name = Printable.of(process);
    boolean number = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    return name.isEmpty() ? "a process" : number ? "process " + name : "`" + name + "`";
  }

  private static String place(Observation seen) {
    return Printable.of(seen.span().source().name()) + ":" + seen.span().from().line();
  }

  /** What was seen and is not added, and why; empty if there is nothing of the kind. */
  List<String> leftOut() {
    List<String> sentences = new ArrayList<>();
    for (Case one : least.cases()) {
      if (one.decision() == Decision.LEAVE) {
        String why =
            one.reasons().stream().anyMatch(r -> r.sighting() == Sighting.DENIED)
                ? ". If the program worked, it does not need it."
                : ". That is no need.";
        sentences.add(one.capability() + ": " + sightings(one.reasons()) + why);
      } else if (one.decision() == Decision.OPEN) {
        sentences.add(
            one.capability()
                + ": "
                + sightings(one.reasons())
                + ". Programs often ask for it and do without: add it only if a tool that tells the"
                + " result, such as capable of libbpf-tools, shows that it is granted and used.");
      }
    }
    sentences.addAll(Snapshots.worthless(least.snapshots()));
    return sentences;
  }

  /** What the suggestion cannot know. */
  List<String> caveats() {
    List<String> sentences = new ArrayList<>();
    boolean held = has(Sighting.HELD);
    boolean traced = has(Sighting.GRANTED) || has(Sighting.UNTOLD) || has(Sighting.DENIED);
    if (held) {
      sentences.add(
          "What a process holds it need not use: try without each name. What it used and gave up"
              + " before the snapshot does not show.");
    }
    if (traced) {
      sentences.add(
          "One run is a lower bound: what the program did not do while it was watched is not here.");
    }
    if (!held && !traced) {
      sentences.add(
          "Nothing here shows what the program uses. Start it with this context and see whether it"
              + " works, or trace it with capable, trace_capabilities or cap-audit.");
    }
    if (!least.add().isEmpty()) {
      user(sentences);
    }
    return sentences;
  }

  private void user(List<String> sentences) {
    String inert =
        "`add` is inert: it only widens the bounding set, and nothing is held unless the program"
            + " file has capabilities of its own and allowPrivilegeEscalation is not false.";
    if (least.users().contains(User.OTHER)) {
      sentences.add(
          "WARNING: not every process here ran as root. In a container that does not, " + inert);
    } else if (least.users().contains(User.UNTOLD)) {
      sentences.add("In a container that does not run as root, " + inert);
    }
  }

  private boolean has(Sighting sighting) {
    return least.cases().stream()
        .flatMap(one -> one.reasons().stream())
        .anyMatch(reason -> reason.sighting() == sighting);
  }
}
