package dev.bylaw.engine.waiver;

import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.WaiverCode;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.finding.Finding.Outcome;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.manifest.Resource;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions that stand in the comments of one document, and what is to be said of them. Who
 * may edit a manifest could write them, so each reaches no further than the value it stands at.
 */
public final class LineWaivers {
  private final Terms terms;
  private final List<LineWaiver> waivers = new ArrayList<>();
  private final Set<CheckedWaiver> used = new LinkedHashSet<>();
  private final List<Diagnostic> faults = new ArrayList<>();

  private record LineWaiver(CheckedWaiver waiver, Target.Values target) {}

  private LineWaivers(Terms terms) {
    this.terms = terms;
  }

  /** Reads the comments of a document. */
  public static LineWaivers of(Manifest manifest, Terms terms) {
    LineWaivers all = new LineWaivers(terms);
    if (manifest.status() != Manifest.Status.UNREADABLE) {
      TargetFinder targets = new TargetFinder(manifest);
      manifest.comments().forEach(comment -> all.read(comment, manifest.status(), targets));
    }
    return all;
  }

  private void read(Span comment, Manifest.Status status, TargetFinder targets) {
    switch (CommentWaiver.read(comment)) {
      case null -> {}
      case CommentWaiver.Malformed(Span span, String message, String help) ->
          fault(WaiverCode.MALFORMED, span, message, help);
      case CommentWaiver.Allow allow -> {
        Target target =
            switch (status) {
              case KUBERNETES -> targets.of(comment);
              case EMPTY ->
                  new Target.Nothing(
                      "this waiver stands in a document without an object",
                      "put it below the '---' that its object follows");
              case NOT_KUBERNETES, UNREADABLE ->
                  new Target.Nothing(
                      "this waiver stands in a document that is no Kubernetes object", "remove it");
            };
        switch (target) {
          case Target.Nothing(String message, String help) ->
              fault(WaiverCode.INERT, comment, message, help);
          case Target.Values values -> allow.rules().forEach(rule -> waive(allow, rule, values));
        }
      }
    }
  }

  private void waive(CommentWaiver.Allow allow, CommentWaiver.RuleName rule, Target.Values target) {
    if (!terms.known().contains(rule.id())) {
      if (!terms.isElsewhere(rule.id())) {
        String near = Suggestion.of(rule.id(), terms.known());
        fault(
            WaiverCode.UNKNOWN,
            rule.span(),
            "no rule of this run is called `" + rule.id() + "`",
            near == null
                ? "name a rule by its pack and its name, for example `capabilities/drop-all`"
                : "did you mean `" + near + "`?");
      }
      return;
    }
    if (terms.locked().test(rule.id())) {
      fault(
          WaiverCode.LOCKED,
          rule.span(),
          rule.id() + " is locked: it may not be waived inside a manifest",
          "mend the object, or have a `waive` written in a rule file");
      return;
    }
    Resource resource = target.resource();
    String name = resource.name() == null ? "(unnamed)" : resource.name();
    CheckedWaiver waiver =
        new CheckedWaiver(
            rule.id(),
            resource.kind(),
            resource.namespace(),
            name,
            target.container(),
            allow.because(),
            allow.approvedBy(),
            allow.until(),
            allow.span());
    waivers.add(new LineWaiver(waiver, target));
  }

  private void fault(WaiverCode code, Span span, String message, @Nullable String help) {
    faults.add(Diagnostic.of(code, span, message, help));
  }

  /** What the document gave, with the exceptions applied. */
  public Evaluation apply(Evaluation evaluation) {
    return waivers.isEmpty()
        ? evaluation
        : new Evaluation(
            evaluation.findings().stream().map(this::apply).toList(),
            evaluation.unknownKinds(),
            evaluation.applied());
  }

  /** The finding, waived or with a word about its expired waiver, or as it is. */
  public Finding apply(Finding finding) {
    Finding result = finding;
    for (LineWaiver line : waivers) {
      if (line.waiver().rule().equals(finding.ruleId()) && line.target().covers(finding)) {
        used.add(line.waiver());
        if (result.outcome() == Outcome.VIOLATED) {
          // From the finding as it came, so that two expired ones do not speak one after another.
          result = Waivers.under(finding, line.waiver(), terms.today());
        }
      }
    }
    return result;
  }

  /** The exceptions that hold, or would if they had not expired. */
  public List<CheckedWaiver> all() {
    return waivers.stream().map(LineWaiver::waiver).toList();
  }

  /** Whether a finding of the document needed it, expired or not. */
  public boolean isUsed(CheckedWaiver waiver) {
    return used.contains(waiver);
  }

  /** What is to be said of the comments once the document was judged. */
  public List<Diagnostic> remarks() {
    List<Diagnostic> remarks = new ArrayList<>(faults);
    for (LineWaiver line : waivers) {
      CheckedWaiver waiver = line.waiver();
      boolean judged = terms.judged().contains(waiver.rule());
      Waivers.remark(waiver, used.contains(waiver), judged, terms.today(), remarks);
    }
    return remarks;
  }
}
