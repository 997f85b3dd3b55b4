package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.grammar.tree.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the subject of the frame to one rule after another. */
final class Judge {
  private final Complaints complaints;
  private final Truth truth;
  private final Witnesses witnesses;
  private final Findings findings;
  private final Frame frame;
  private final @Nullable Recorder recorder;
  private final Steps steps;

  /** What a rule comes to. */
  enum Verdict {
    /** Its {@code when} does not hold. */
    NOT_ASKED,
    KEPT,
    BROKEN
  }

  /**
   * @param truth says what a verdict asks, and tells the recorder
   * @param unrecorded says the same to who looks for what decided, and asks more than a verdict
   */
  Judge(
      Frame frame,
      Locator locator,
      Reader reader,
      Truth truth,
      Truth unrecorded,
      Complaints complaints,
      @Nullable Recorder recorder,
      Steps steps) {
    this.frame = frame;
    this.complaints = complaints;
    this.truth = truth;
    this.recorder = recorder;
    this.steps = steps;
    this.witnesses = new Witnesses(frame, reader, unrecorded, locator);
    this.findings = new Findings(frame, reader, locator, steps);
  }

  /**
   * @param list where a container stands; null for an object or a Pod spec
   */
  Verdict verdict(CheckedRule rule, @Nullable ContainerList list) {
    complaints.startRule();
    if (rule.when() != null && !truth.holds(rule.when())) {
      return Verdict.NOT_ASKED;
    }
    if (recorder != null) {
      recorder.judged(rule, frame.resource(), list);
    }
    return truth.holds(rule.condition()) == breaks(rule) ? Verdict.BROKEN : Verdict.KEPT;
  }

  /**
   * What there is to say of a rule that was found broken just now. What a requirement misses may
   * only be of the wrong type, and then that is said, once.
   */
  List<Finding> findings(CheckedRule rule) {
    List<Witness> decided = witnesses.of(rule.condition(), breaks(rule));
    if (rule.verdict() == Rule.Verdict.REQUIRE && complaints.isTainted()) {
      steps.take((long) decided.size() * complaints.count());
      decided = decided.stream().filter(witness -> !complaints.touch(witness.at())).toList();
      if (decided.isEmpty()) {
        return List.of();
      }
    }
    return findings.of(rule, decided);
  }

  Finding finding(Complaints.Complaint complaint) {
    return findings.of(complaint);
  }

  private static boolean breaks(CheckedRule rule) {
    return rule.verdict() == Rule.Verdict.DENY;
  }
}
