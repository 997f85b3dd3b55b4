package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Subject.ContainerList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plan and manifest to findings: the last stage of the one straight line. Each document is walked
 * once for all rules.
 *
 * <p>An evaluator is for one thread; it keeps what it read of the subject at hand.
 */
public final class Evaluator {
  private final Plan plan;
  private final Complaints complaints = new Complaints();
  private final Walker walker;
  private final Judge judge;
  private final Set<String> applied = new LinkedHashSet<>();
  private final Map<String, KindPlan> kinds = new LinkedHashMap<>();

  /** For rules that each look at one object; see {@link Plan#needsInventory}. */
  public Evaluator(Plan plan) {
    this(plan, new Inventory());
  }

  /** With every object of the input, for rules that look at more than their own. */
  public Evaluator(Plan plan, Inventory inventory) {
    this(plan, inventory, null);
  }

  /**
   * With every object of the input, and somebody who wants to know what is decided.
   *
   * @param recorder null if nobody does
   */
  public Evaluator(Plan plan, Inventory inventory, @Nullable Recorder recorder) {
    this.plan = plan;
    Steps steps = plan.steps();
    Frame frame = new Frame(plan.policy().accesses());
    HeldCapabilities held = new HeldCapabilities(plan.runtimes());
    Locator locator = new Locator(frame, held, new SchemaProblems(plan.kinds(), steps));
    Reader reader = new Reader(frame, locator, held, complaints, steps);
    Search input = new Search(plan.kinds(), inventory);
    Truth truth = new Truth(frame, reader, plan.patterns(), input, recorder, steps);
    // Who looks for what decided a verdict asks more than the verdict did.
    Truth unrecorded = new Truth(frame, reader, plan.patterns(), input, null, steps);
    this.walker = new Walker(frame, plan.kinds(), complaints);
    this.judge = new Judge(frame, locator, reader, truth, unrecorded, complaints, recorder, steps);
  }

  /**
   * Everything that breaks a rule in the manifest, in the order of its text. An unreadable manifest
   * has no findings, only its own diagnostics.
   */
  public Evaluation evaluate(Manifest manifest) {
    applied.clear();
    List<Finding> found = new ArrayList<>();
    Set<String> unknownKinds = new LinkedHashSet<>();
    for (Resource resource : manifest.resources()) {
      KindPlan rules =
          kinds.computeIfAbsent(
              resource.apiVersion() + " " + resource.kind(),
              _ -> KindPlan.of(plan, resource.apiVersion(), resource.kind()));
      if (rules.podSpecs() == null) {
        unknownKinds.add(resource.apiVersion() + " " + resource.kind());
      }
      resource(resource, rules, found);
    }
    // A comparator of the library's making is serializable, and so one that no cache can hold.
    found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    return new Evaluation(found, List.copyOf(unknownKinds), applied);
  }

  private void resource(Resource resource, KindPlan rules, List<Finding> found) {
    walker.walk(resource, rules, (wanted, list) -> evaluate(wanted, list, found));
    for (Complaints.Complaint complaint : complaints.take()) {
      found.add(judge.finding(complaint));
    }
  }

  private void evaluate(
      List<CheckedRule> rules, @Nullable ContainerList list, List<Finding> found) {
    for (CheckedRule rule : rules) {
      switch (judge.verdict(rule, list)) {
        case NOT_ASKED -> {}
        case KEPT -> applied.add(rule.id());
        case BROKEN -> {
          applied.add(rule.id());
          found.addAll(judge.findings(rule));
        }
      }
    }
  }
}
