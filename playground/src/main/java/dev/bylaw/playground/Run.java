package dev.bylaw.playground;

import dev.bylaw.engine.budget.Steps;
import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Evaluator;
import dev.bylaw.engine.evaluate.Inventory;
import dev.bylaw.engine.evaluate.Occurrences;
import dev.bylaw.engine.evaluate.Plan;
import dev.bylaw.engine.evaluate.Planner;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.fix.Fixed;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.policy.Severity;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.engine.report.Verdict;
import dev.bylaw.engine.waiver.LineWaivers;
import dev.bylaw.engine.waiver.Terms;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Staged;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A check of the request's manifests by its rules, as {@code bylaw check} makes it. */
final class Run {
  private final Workbench workbench;
  private final Request request;
  private final Steps steps;
  private final Staged<CheckedPolicy> compiled;
  private final Tally tally = new Tally();
  private final List<String> applied = new ArrayList<>();

  /**
   * @param steps what it may take; whoever uses them up gets nothing of it
   */
  Run(Workbench workbench, Request request, Steps steps) {
    this.workbench = workbench;
    this.request = request;
    this.steps = steps;
    this.compiled = workbench.policy(request, steps);
  }

  /**
   * How a run ended, and what the command line would say of that beside the report.
   *
   * @param code of the process
   * @param complaint null if the report says it all
   */
  record End(ExitCode code, Verdict.@Nullable Complaint complaint) {}

  /** Tells the report everything, in the order of the command line. */
  End tell(Report report) {
    compiled.diagnostics().forEach(report::diagnostic);
    if (compiled.hasErrors()) {
      report.finish(tally, ExitCode.USAGE);
      long errors = compiled.diagnostics().stream().filter(Diagnostic::isError).count();
      return new End(ExitCode.USAGE, Verdict.ofRules(errors));
    }
    CheckedPolicy policy = compiled.result();
    List<List<Manifest>> files = workbench.manifests(request);
    Bench bench = new Bench(policy, files);
    for (List<Manifest> file : files) {
      tally.file();
      file.forEach(manifest -> bench.judge(manifest, report));
      report.endOfFile(file.isEmpty() ? "" : file.getFirst().source().name());
    }
    bench.waivers.remarks(policy.rules()).forEach(report::diagnostic);
    Verdict verdict = new Verdict(tally, Severity.LOW, false);
    ExitCode code = verdict.code();
    report.finish(tally, code);
    return new End(code, code == ExitCode.INCOMPLETE ? verdict.complaint() : null);
  }

  /**
   * What becomes of a manifest that is mended; null while the rules do not compile.
   *
   * @param only the fingerprint of the one finding to mend, or null for all
   */
  @Nullable Fixed fix(Source file, @Nullable String only) {
    return compiled.hasErrors()
        ? null
        : new Bench(compiled.result(), workbench.manifests(request)).mender.fix(file, only);
  }

  /** The planned rules, and what they have seen. */
  private final class Bench {
    private final Plan plan;
    private final Inventory inventory = new Inventory();
    private final Occurrences occurrences = new Occurrences();
    private final Waivers waivers;
    private final Terms terms;
    private final Evaluator evaluator;
    private final Mender mender;

    Bench(CheckedPolicy policy, List<List<Manifest>> files) {
      String today = request.text("today");
      this.plan = Planner.plan(policy, workbench.schema(request)).within(steps);
      this.waivers = new Waivers(plan, today);
      this.terms = terms(policy, today);
      files.forEach(file -> file.forEach(inventory::add));
      this.evaluator = new Evaluator(plan, inventory);
      this.mender = new Mender(plan.needsInventory(), files, inventory, this::judged, steps);
    }

    private Terms terms(CheckedPolicy policy, String today) {
      Set<String> ids = new LinkedHashSet<>();
      policy.rules().forEach(rule -> ids.add(rule.id()));
      Set<String> given = new LinkedHashSet<>();
      ids.forEach(id -> given.add(id.substring(0, Math.max(0, id.lastIndexOf('/')))));
      return new Terms(
          ids, ids, pack -> !given.contains(pack) && workbench.isStandard(pack), _ -> false, today);
    }

    private Evaluation judged(Inventory among, Manifest manifest) {
      Evaluation found = new Evaluator(plan, among).evaluate(manifest);
      return waived(found, LineWaivers.of(manifest, terms));
    }

    /** With the exceptions applied: each finding is held against all comments. */
    private Evaluation waived(Evaluation found, LineWaivers comments) {
      steps.take((long) found.findings().size() * comments.all().size());
      return comments.apply(waivers.apply(found));
    }

    void judge(Manifest manifest, Report report) {
      manifest.diagnostics().forEach(report::diagnostic);
      LineWaivers comments = LineWaivers.of(manifest, terms);
      switch (manifest.status()) {
        case EMPTY -> {}
        case UNREADABLE -> tally.unreadable();
        case NOT_KUBERNETES -> tally.notKubernetes();
        case KUBERNETES -> {
          Evaluation numbered = occurrences.apply(evaluator.evaluate(manifest));
          Evaluation told = waived(numbered, comments);
          tally.evaluated(manifest, told);
          report.mendable(mender.mendable(manifest, told.findings()));
          told.findings().forEach(report::finding);
          applied.addAll(told.applied());
        }
      }
      comments.remarks().forEach(report::diagnostic);
    }
  }

  /** The rules that were checked; of some that do not compile, those that did. */
  List<CheckedRule> rules() {
    return compiled.result().rules();
  }

  /** The rules that had something to look at. */
  List<String> applied() {
    return applied.stream().distinct().sorted().toList();
  }
}
