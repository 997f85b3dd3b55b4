package dev.bylaw.engine.evaluate;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.explain.Explanation.Outcome;
import dev.bylaw.engine.explain.Explanation.Place;
import dev.bylaw.engine.explain.Reason;
import dev.bylaw.engine.explain.Reason.Cause;
import dev.bylaw.engine.explain.Trace;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.policy.Subject.ContainerList;
import dev.bylaw.engine.policy.Subject.Level;
import dev.bylaw.engine.value.PathText;
import dev.bylaw.engine.waiver.LineWaivers;
import dev.bylaw.engine.waiver.Terms;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells why one rule decides about a manifest as it does: for each subject what each part of its
 * condition came to, and for each object that has no subject for it the reason.
 *
 * <p>Every object is walked twice: once as a check walks it, which gives the verdicts, and once to
 * look at the parts. The second walk reads what a check may pass over, and what it could complain
 * of there is not the manifest's fault before this rule.
 */
public final class Explainer {
  private final CheckedRule rule;
  private final Plan plan;
  private final Waivers waivers;
  private final Complaints complaints = new Complaints();
  private final Frame frame;
  private final Locator locator;
  private final Walker walker;
  private final Judge judge;
  private final Tracer tracer;
  private final Terms terms;
  private @Nullable LineWaivers comments;

  /**
   * @param rule one of the plan's
   * @param inventory every object of the input, for a rule that looks at more than its own
   * @param waivers the exceptions that hold for the rule's findings
   * @param terms on which comments of the manifest hold beside them
   */
  public Explainer(CheckedRule rule, Plan plan, Inventory inventory, Waivers waivers, Terms terms) {
    this.rule = rule;
    this.plan = plan;
    this.waivers = waivers;
    this.terms = terms;
    Steps steps = plan.steps();
    this.frame = new Frame(plan.policy().accesses());
    HeldCapabilities held = new HeldCapabilities(plan.runtimes());
    this.locator = new Locator(frame, held, new SchemaProblems(plan.kinds(), steps));
    Reader reader = new Reader(frame, locator, held, complaints, steps);
    Search input = new Search(plan.kinds(), inventory);
    Truth truth = new Truth(frame, reader, plan.patterns(), input, null, steps);
    this.walker = new Walker(frame, plan.kinds(), complaints);
    this.judge = new Judge(frame, locator, reader, truth, truth, complaints, null, steps);
    this.tracer = new Tracer(rule, frame, reader, truth, locator, input, steps);
  }

  /** One explanation for each subject, in the order of the manifest. */
  public List<Explanation> explain(Manifest manifest) {
    List<Explanation> all = new ArrayList<>();
    comments = LineWaivers.of(manifest, terms);
    manifest.resources().forEach(resource -> all.addAll(explain(resource)));
    return all;
  }

  private List<Explanation> explain(Resource resource) {
    List<List<String>> podSpecs = plan.kinds().podSpecs(resource.apiVersion(), resource.kind());
    if (!Plan.covers(
        rule.subject(),
        resource.kind(),
        plan.kinds().isNamed(resource.apiVersion(), resource.kind()))) {
      return List.of(notApplicable(ofObject(resource), Reasons.otherKind(rule, resource)));
    }
    KindPlan everywhere = KindPlan.everywhere(rule, podSpecs);
    List<Judged> judged = judge(resource, everywhere);
    List<Complaints.Complaint> wrong = complaints.take();
    List<Explanation> explained = trace(resource, everywhere, judged, wrong);
    complaints.take();
    if (explained.isEmpty()) {
      List<Finding> findings = wrong.stream().map(judge::finding).toList();
      Reason reason = Reasons.noSubject(rule, resource, podSpecs, metPod(judged));
      Place place = ofObject(resource);
      return List.of(
          new Explanation(
              rule, place, Outcome.NOT_APPLICABLE, reason, null, null, List.of(), findings, null));
    }
    return explained;
  }

  /** What a check makes of a subject; no verdict where the rule is not for it. */
  private record Judged(Judge.@Nullable Verdict verdict, List<Finding> findings, boolean tainted) {}

  private List<Judged> judge(Resource resource, KindPlan everywhere) {
    List<Judged> judged = new ArrayList<>();
    walker.walk(
        resource,
        everywhere,
        (_, list) -> {
          if (!isFor(list)) {
            judged.add(new Judged(null, List.of(), false));
            return;
          }
          Judge.Verdict verdict = judge.verdict(rule, list);
          List<Finding> findings =
              verdict == Judge.Verdict.BROKEN ? judge.findings(rule) : List.of();
          judged.add(new Judged(verdict, findings, complaints.isTainted()));
        });
    return judged;
  }

  /** The object itself is the first that a walk meets. */
  private static boolean metPod(List<Judged> judged) {
    return judged.size() > 1;
  }

  private boolean isFor(@Nullable ContainerList list) {
    return level() == rule.subject().level()
        && (list == null || rule.subject().containers().contains(list));
  }

  private Level level() {
    if (frame.container() != null) {
      return Level.CONTAINER;
    }
    return frame.isInPod() ? Level.POD : Level.RESOURCE;
  }

  private List<Explanation> trace(
      Resource resource,
      KindPlan everywhere,
      List<Judged> judged,
      List<Complaints.Complaint> wrong) {
    List<Explanation> explained = new ArrayList<>();
    Iterator<Judged> next = judged.iterator();
    walker.walk(
        resource,
        everywhere,
        (_, list) -> {
          Judged one = next.next();
          if (one.verdict() != null) {
            explained.add(explain(one.verdict(), one, list, wrong));
          } else if (level() == rule.subject().level() && list != null) {
            explained.add(notApplicable(subject(list), Reasons.leftOut(rule, list)));
          }
        });
    return explained;
  }

  private Explanation explain(
      Judge.Verdict verdict,
      Judged judged,
      @Nullable ContainerList list,
      List<Complaints.Complaint> wrong) {
    boolean asked = verdict != Judge.Verdict.NOT_ASKED;
    Trace when = rule.when() == null ? null : tracer.trace(rule.when(), !asked);
    Trace condition = asked ? tracer.trace(rule.condition(), true) : null;
    List<Finding> findings =
        judged.findings().stream().map(waivers::apply).map(this::applyComments).toList();
    CheckedWaiver waiver =
        findings.stream().map(Finding::waiver).filter(Objects::nonNull).findFirst().orElse(null);
    return new Explanation(
        rule,
        subject(list),
        outcome(verdict, findings),
        asked ? null : new Reason(Cause.WHEN, "its `when` does not hold"),
        when,
        condition,
        findings,
        judged.tainted() ? complaints(wrong) : List.of(),
        waiver);
  }

  private Finding applyComments(Finding finding) {
    return comments == null ? finding : comments.apply(finding);
  }

  /** A requirement that fails for nothing but a wrong type has no finding of its own, and fails. */
  private static Outcome outcome(Judge.Verdict verdict, List<Finding> findings) {
    return switch (verdict) {
      case NOT_ASKED -> Outcome.NOT_APPLICABLE;
      case KEPT -> Outcome.PASSED;
      case BROKEN -> {
        boolean waived =
            !findings.isEmpty()
                && findings.stream().allMatch(f -> f.outcome() == Finding.Outcome.WAIVED);
        yield waived ? Outcome.WAIVED : Outcome.VIOLATED;
      }
    };
  }

  /** Those of the subject's own values and of what all subjects of the object share. */
  private List<Finding> complaints(List<Complaints.Complaint> wrong) {
    String here = locator.subject().path();
    return wrong.stream()
        .filter(complaint -> {
          String path = complaint.location().path();
          Frame.Container container = complaint.container();
          return container == null
              || PathText.isWithin(path, here)
              || !PathText.isWithin(path, container.at().path());
        })
        .map(judge::finding)
        .toList();
  }

  private Explanation notApplicable(Place place, Reason reason) {
    return new Explanation(
        rule, place, Outcome.NOT_APPLICABLE, reason, null, null, List.of(), List.of(), null);
  }

  private static Place ofObject(Resource resource) {
    Location at = Locator.ofResource(resource);
    return new Place(resource, null, null, at.path(), at.span());
  }

  private Place subject(@Nullable ContainerList list) {
    Location at = locator.subject();
    Frame.Container container = frame.container();
    String name = container == null ? null : container.name();
    return new Place(frame.resource(), list, name, at.path(), at.span());
  }
}
