package dev.bylaw.engine.policy;

import dev.bylaw.engine.policy.Subject.ContainerList;
import java.util.ArrayList;
import java.util.List;

/** What a rule is for, in words. */
public final class SubjectText {
  private SubjectText() {}

  /** {@code every container but ephemeral ones, in Deployment and StatefulSet}. */
  public static String of(Subject subject) {
    return switch (subject.level()) {
      case RESOURCE -> subject.kinds().isEmpty() ? "every object" : "every " + or(subject.kinds());
      case POD -> "every Pod" + in(subject);
      case CONTAINER -> "every " + containers(subject) + in(subject);
    };
  }

  private static String containers(Subject subject) {
    List<ContainerList> out = new ArrayList<>(List.of(ContainerList.values()));
    out.removeAll(subject.containers());
    if (out.isEmpty()) {
      return "container";
    }
    if (subject.containers().size() == 1) {
      return subject.containers().getFirst().word() + " container";
    }
    return "container but " + listed(out.stream().map(ContainerList::word).toList()) + " ones";
  }

  private static String in(Subject subject) {
    return subject.kinds().isEmpty() ? "" : " of every " + or(subject.kinds());
  }

  private static String or(List<String> words) {
    return joined(words, " or ");
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String listed(List<String> words) {
    return joined(words, " and ");
  }

  private static String joined(List<String> words, String last) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + last + words.getLast();
  }
}
