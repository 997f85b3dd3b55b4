package dev.bylaw.engine.mutation;

import dev.bylaw.engine.policy.Subject;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.grammar.Span;
import java.util.ArrayList;
import java.util.List;

/** Subjects a little narrower or wider: the commonest way in which a rule misses something. */
final class SubjectVariants {
  /** The built-in kinds with a template of a Pod, as the language reference names them. */
  private static final List<String> TEMPLATES =
      List.of(
          "PodTemplate",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "StatefulSet",
          "DaemonSet",
          "Job",
          "CronJob");

  private SubjectVariants() {}

  static List<Variant<Subject>> of(Subject subject, Span place) {
    List<Variant<Subject>> all = new ArrayList<>();
    if (subject.level() == Level.CONTAINER) {
      for (ContainerList list : ContainerList.values()) {
        List<ContainerList> other = toggled(subject.containers(), list);
        if (!other.isEmpty()) {
          boolean fewer = other.size() < subject.containers().size();
          String what =
              (fewer ? "the rule without " : "the rule with ") + list.word() + " containers";
          add(new Subject(subject.level(), other, subject.kinds()), subject, what, place, all);
        }
      }
    }
    kinds(subject, place, all);
    return all;
  }

  private static List<ContainerList> toggled(List<ContainerList> lists, ContainerList list) {
    List<ContainerList> other = new ArrayList<>();
    for (ContainerList each : ContainerList.values()) {
      if (lists.contains(each) != (each == list)) {
        other.add(each);
      }
    }
    return other;
  }

  private static void kinds(Subject subject, Span place, List<Variant<Subject>> all) {
    List<String> kinds = subject.kinds();
    boolean inPods = subject.level() != Level.RESOURCE;
    for (int i = 0; kinds.size() > 1 && i < kinds.size(); i++) {
      List<String> rest = Variant.without(kinds, i);
      add(withKinds(subject, rest), subject, "the rule without " + kinds.get(i), place, all);
    }
    if (inPods && kinds.isEmpty()) {
      add(withKinds(subject, List.of("Pod")), subject, "the rule for Pods alone", place, all);
      add(withKinds(subject, TEMPLATES), subject, "the rule for templates alone", place, all);
    }
    if (inPods && !kinds.isEmpty()) {
      add(withKinds(subject, List.of()), subject, "the rule for every kind", place, all);
    }
  }

  private static Subject withKinds(Subject subject, List<String> kinds) {
    return new Subject(subject.level(), subject.containers(), kinds);
  }

  private static void add(
      Subject changed, Subject subject, String what, Span place, List<Variant<Subject>> all) {
    all.add(new Variant<>(changed, Change.of(what, place, text(subject), text(changed))));
  }

  /** As a rule would write it. */
  private static String text(Subject subject) {
    List<String> except = new ArrayList<>();
    for (ContainerList list : ContainerList.values()) {
      if (subject.level() == Level.CONTAINER && !subject.containers().contains(list)) {
        except.add(list.word());
      }
    }
    String kinds = String.join(", ", subject.kinds());
    String word =
        switch (subject.level()) {
          case RESOURCE -> kinds.isEmpty() ? "any resource" : kinds;
          case POD -> kinds.isEmpty() ? "pod" : "pod in " + kinds;
          case CONTAINER -> kinds.isEmpty() ? "container" : "container in " + kinds;
        };
    return "for " + word + (except.isEmpty() ? "" : " except " + String.join(", ", except));
  }
}
