package dev.bylaw.engine.report;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what a run has seen, so that the last line can account for every document. */
public final class Tally {
  private final Map<Severity, Integer> violated = new EnumMap<>(Severity.class);
  private final Map<String, Integer> unknownKinds = new TreeMap<>();
  private int files;
  private int checked;
  private int notKubernetes;
  private int unknownKind;
  private int unreadable;
  private int waived;
  private int baselined;
  private int unchanged;
  private boolean something;
  private int rulesOff;

  /** How many of the rules are switched off by the configuration. */
  public void rulesOff(int count) {
    rulesOff = count;
  }

  public void file() {
    files++;
  }

  /** A document, or a file that could not be opened, about which nothing is known. */
  public void unreadable() {
    unreadable++;
  }

  public void notKubernetes() {
    notKubernetes++;
  }

  /**
   * A document that was evaluated. One that holds an object of an unknown kind is counted as such,
   * even where its other objects are known: most rules could not look at all of it.
   */
  public void evaluated(Manifest manifest, Evaluation evaluation) {
    List<String> unknown = evaluation.unknownKinds();
    if (unknown.isEmpty()) {
      checked++;
      something = true;
    } else {
      unknownKind++;
      something |= manifest.resources().stream().anyMatch(r -> !unknown.contains(kindOf(r)));
      unknown.forEach(kind -> unknownKinds.merge(kind, 1, Integer::sum));
    }
    evaluation.findings().forEach(this::finding);
  }

  /** Findings that are left out, because the objects that they are in have not changed. */
  public void unchanged(int findings) {
    unchanged += findings;
  }

  private static String kindOf(Resource resource) {
    return resource.apiVersion() + " " + resource.kind();
  }

  private void finding(Finding finding) {
    switch (finding.outcome()) {
      case VIOLATED -> violated.merge(finding.severity(), 1, Integer::sum);
      case WAIVED -> waived++;
      case BASELINED -> baselined++;
    }
  }

  /** Whether a violation is at least as bad as this; nothing is as bad as null. */
  public boolean fails(@Nullable Severity failOn) {
    return failOn != null && violated.keySet().stream().anyMatch(s -> s.compareTo(failOn) >= 0);
  }

  /** Whether any object at all was checked. */
  public boolean checkedSomething() {
    return something;
  }

  public int rulesOff() {
    return rulesOff;
  }

  public int files() {
    return files;
  }

  public int documents() {
    return checked + notKubernetes + unknownKind + unreadable;
  }

  public int checkedDocuments() {
    return checked;
  }

  public int notKubernetesDocuments() {
    return notKubernetes;
  }

  public int unknownKindDocuments() {
    return unknownKind;
  }

  public int unreadableDocuments() {
    return unreadable;
  }

  /** How many documents hold each unknown kind. */
  public Map<String, Integer> unknownKinds() {
    return unknownKinds;
  }

  public int violated(Severity severity) {
    return violated.getOrDefault(severity, 0);
  }

  public int violated() {
    return violated.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** All of them, whatever their outcome. */
  public int findings() {
    return violated() + waived + baselined;
  }

  public int waived() {
    return waived;
  }

  public int baselined() {
    return baselined;
  }

  public int unchanged() {
    return unchanged;
  }
}
