package dev.bylaw.engine.report;

import dev.bylaw.engine.policy.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The closing lines of a text report. */
public final class Summary {
  private static final int KINDS = 5;

  private Summary() {}

  /** {@code 1 critical, 2 high, 3 waived}. */
  public static String findings(Tally tally) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : List.of(Severity.values()).reversed()) {
      add(parts, tally.violated(severity), severity.word());
    }
    if (parts.isEmpty()) {
      parts.add("no findings");
    }
    add(parts, tally.waived(), "waived");
    add(parts, tally.baselined(), "baselined");
    add(parts, tally.unchanged(), "left out in unchanged objects");
    return String.join(", ", parts);
  }

  /** {@code 412 documents in 96 files: 398 checked, 9 not Kubernetes}. */
  public static String documents(Tally tally) {
    List<String> parts = new ArrayList<>();
    parts.add(tally.checkedDocuments() + " checked");
    add(parts, tally.notKubernetesDocuments(), "not Kubernetes");
    int unknown = tally.unknownKindDocuments();
    add(parts, unknown, unknown == 1 ? "of an unknown kind" : "of unknown kinds");
    add(parts, tally.unreadableDocuments(), "unreadable");
    return counted(tally.documents(), "document")
        + " in "
        + counted(tally.files(), "file")
        + ": "
        + String.join(", ", parts);
  }

  /** {@code unknown kinds: acme.io/v1 Widget (3), …}, so that nobody takes them for checked. */
  public static String unknownKinds(Tally tally) {
    Map<String, Integer> kinds = tally.unknownKinds();
    List<String> shown = new ArrayList<>();
    kinds.entrySet().stream()
        .limit(KINDS)
        .forEach(e -> shown.add(e.getKey() + (e.getValue() > 1 ? " (" + e.getValue() + ")" : "")));
    if (kinds.size() > KINDS) {
      shown.add((kinds.size() - KINDS) + " more");
    }
    return (kinds.size() == 1 ? "unknown kind: " : "unknown kinds: ") + String.join(", ", shown);
  }

  /** {@code 3 rules are off}, so that nobody takes them for passed; empty if none is. */
  public static String rulesOff(Tally tally) {
    int off = tally.rulesOff();
    return off == 0 ? "" : counted(off, "rule") + (off == 1 ? " is" : " are") + " off\n";
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  public static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
