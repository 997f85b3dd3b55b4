package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Node;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.grammar.tree.Rule.Verdict;
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
  private final Frame frame;
  private final Locator locator;
  private final Complaints complaints = new Complaints();
  private final Reader reader;
  private final Truth truth;
  private final Witnesses witnesses;
  private final Findings findings;
  private final @Nullable Recorder recorder;
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
    this.recorder = recorder;
    this.frame = new Frame(plan.policy().accesses());
    this.locator = new Locator(frame);
    this.reader = new Reader(frame, locator, complaints);
    Search input = new Search(plan.kinds(), inventory);
    this.truth = new Truth(frame, reader, plan.patterns(), input, recorder);
    // Who looks for what decided a verdict asks more than the verdict did.
    Truth unrecorded = new Truth(frame, reader, plan.patterns(), input, null);
    this.witnesses = new Witnesses(frame, reader, unrecorded, locator);
    this.findings = new Findings(frame, reader, locator);
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
    frame.enter(resource);
    evaluate(rules.resource(), null, found);
    if (rules.looksAtPods()) {
      for (Frame.PodSpec pod : PodSpecs.of(resource, plan.kinds(), complaints)) {
        frame.enter(pod);
        evaluate(rules.pod(), null, found);
        for (ContainerList list : ContainerList.values()) {
          containers(pod, list, rules, found);
        }
        frame.leave();
      }
    }
    for (Complaints.Complaint complaint : complaints.take()) {
      found.add(findings.of(complaint));
    }
  }

  private void containers(
      Frame.PodSpec pod, ContainerList list, KindPlan rules, List<Finding> found) {
    List<CheckedRule> wanted = rules.container().getOrDefault(list, List.of());
    Node node = pod.spec().get(list.field());
    if (wanted.isEmpty() || node == null || node instanceof Node.Null) {
      return;
    }
    Location at = pod.at().field(list.field());
    if (!(node instanceof Node.Sequence items)) {
      complaints.add(at, null, "must be a list, but is " + node.described());
      return;
    }
    for (int i = 0; i < items.items().size(); i++) {
      Location place = at.item(i);
      switch (items.items().get(i)) {
        case Node.Mapping container -> enter(container, place, list, wanted, found);
        // The API decodes a null as a container of which nothing is set.
        case Node.Null empty ->
            enter(new Node.Mapping(Map.of(), empty.span()), place, list, wanted, found);
        case Node other ->
            complaints.add(place, null, "must be a map, but is " + other.described());
      }
    }
  }

  private void enter(
      Node.Mapping container,
      Location at,
      ContainerList list,
      List<CheckedRule> rules,
      List<Finding> found) {
    String name = container.get("name") instanceof Node.Text text ? text.value() : null;
    frame.enter(new Frame.Container(container, at, name));
    evaluate(rules, list, found);
    frame.leaveContainer();
  }

  private void evaluate(
      List<CheckedRule> rules, @Nullable ContainerList list, List<Finding> found) {
    for (CheckedRule rule : rules) {
      complaints.startRule();
      if (rule.when() != null && !truth.holds(rule.when())) {
        continue;
      }
      applied.add(rule.id());
      if (recorder != null) {
        recorder.judged(rule, frame.resource(), list);
      }
      boolean broken = rule.verdict() == Verdict.DENY;
      if (truth.holds(rule.condition()) != broken) {
        continue;
      }
      List<Witness> decided = witnesses.of(rule.condition(), broken);
      // What a requirement misses may only be of the wrong type, and then that is said, once.
      if (rule.verdict() == Verdict.REQUIRE && complaints.isTainted()) {
        decided = decided.stream().filter(witness -> !complaints.touch(witness.at())).toList();
        if (decided.isEmpty()) {
          continue;
        }
      }
      found.addAll(findings.of(rule, decided));
    }
  }
}
