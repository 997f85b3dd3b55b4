package dev.bylaw.cli;

import dev.bylaw.cli.baseline.Baseline;
import dev.bylaw.cli.baseline.BaselineFile;
import dev.bylaw.cli.baseline.Entry;
import dev.bylaw.cli.baseline.Scope;
import dev.bylaw.cli.changes.Changes;
import dev.bylaw.cli.input.ByName;
import dev.bylaw.cli.input.Input;
import dev.bylaw.cli.input.Inputs;
import dev.bylaw.cli.report.Reports;
import dev.bylaw.cli.rules.RuleFiles;
import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Occurrences;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.fix.Fixer;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.engine.report.Verdict;
import dev.bylaw.engine.waiver.LineWaivers;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks manifests by rules: compiles, then reads, evaluates and reports document by document. */
final class Check {
  private final CheckOptions options;
  private final Session session;
  private final Tally tally = new Tally();
  private final Occurrences occurrences = new Occurrences();
  private Pipeline.@Nullable Evaluate plan;
  private Waivers waivers = new Waivers(List.of(), "");
  private Baseline baseline = new Baseline(List.of());
  private List<Entry> gone = List.of();
  private @Nullable Changes changes;
  private final CommentWaivers comments;

  Check(CheckOptions options, Session session) {
    this.options = options;
    this.session = session;
    this.comments = new CommentWaivers(options, session);
  }

  ExitCode run() {
    Prepared prepared = prepare();
    try (ReportFiles files = new ReportFiles(options, session)) {
      return run(prepared, files.reports());
    }
  }

  /** Tells these reports instead of those that the options name. */
  ExitCode run(Reports reports) {
    return run(prepare(), reports);
  }

  /** The exceptions of the run, with what is known of their use once it is over. */
  Waivers waivers() {
    return waivers;
  }

  /** What the run knew already, with what is known of it once it is over. */
  Baseline baseline() {
    return baseline;
  }

  /** Those entries of the baseline that the run would have met if they still held. */
  List<Entry> gone() {
    return gone;
  }

  /** The same of those that stand in comments of the input. */
  CommentWaivers comments() {
    return comments;
  }

  /** What is known before a report is opened: a mistake in the command line leaves none behind. */
  record Prepared(
      List<Input> inputs,
      Contents contents,
      Staged<Pipeline> known,
      Staged<CheckedPolicy> compiled,
      CheckedPolicy policy) {}

  Prepared prepare() {
    // Findings alike are numbered as they come: the order of the command line must not show.
    List<Input> inputs =
        Inputs.find(options.paths(), options.scope(), session).stream()
            .sorted(ByName.ORDER)
            .toList();
    BaselineFile file = baselineFile();
    if (file != null) {
      baseline = file.read();
    }
    Contents contents = new Contents(session);
    Staged<Pipeline> known =
        Definitions.found(
            inputs,
            contents,
            Definitions.given(
                options.definitions(),
                session.engine().open(options.kubernetes()).on(options.runtime()),
                session,
                options.color()));
    Staged<CheckedPolicy> compiled = compile(known.result());
    if (options.changedSince() != null) {
      changes = changes(options.changedSince(), inputs, known.result());
    }
    CheckedPolicy policy = compiled.result();
    if (!compiled.hasErrors()) {
      tally.rulesOff(options.selection().off(policy).size());
      policy = options.selection().of(policy);
    }
    comments.among(compiled, policy, known.result()::packs);
    if (!policy.waivers().isEmpty()) {
      waivers = new Waivers(policy.waivers(), session.today().get());
    }
    return new Prepared(inputs, contents, known, compiled, policy);
  }

  private @Nullable BaselineFile baselineFile() {
    Written written = options.baseline();
    return written == null ? null : BaselineFile.named(written.text(), session);
  }

  private Changes changes(String ref, List<Input> inputs, Pipeline pipeline) {
    List<String> files =
        inputs.stream().filter(Input.File.class::isInstance).map(Input::name).toList();
    return Changes.since(ref, files, session, pipeline::read);
  }

  private Staged<CheckedPolicy> compile(Pipeline pipeline) {
    return options.tellsOfRules()
        ? RuleFiles.compileWithPages(options.rules(), options.params(), false, session, pipeline)
        : RuleFiles.compile(options.rules(), options.params(), session, pipeline);
  }

  private ExitCode run(Prepared prepared, Reports reports) {
    Staged<CheckedPolicy> compiled = prepared.compiled();
    prepared.known().diagnostics().forEach(reports::diagnostic);
    compiled.diagnostics().forEach(reports::diagnostic);
    if (compiled.hasErrors()) {
      reports.finish(tally, ExitCode.USAGE);
      session.complain(
          Verdict.ofRules(compiled.diagnostics().stream().filter(Diagnostic::isError).count()));
      return ExitCode.USAGE;
    }
    CheckedPolicy policy = prepared.policy();
    return check(
        prepared.inputs(), prepared.contents(), prepared.known().result(), policy, reports);
  }

  /** However this ends, the reports are closed properly: a machine may be reading. */
  private ExitCode check(
      List<Input> inputs,
      Contents contents,
      Pipeline pipeline,
      CheckedPolicy policy,
      Reports reports) {
    ExitCode code = ExitCode.BUG;
    try {
      Pipeline.Evaluate judged = pipeline.plan(policy);
      plan = judged;
      check(inputs, new Judging(contents, pipeline, judged, options.jobs()), reports);
      waivers.remarks(policy.rules()).forEach(reports::diagnostic);
      remarksOnBaseline(inputs, policy, reports);
      code = verdict().code();
    } finally {
      reports.finish(tally, code);
    }
    if (code == ExitCode.INCOMPLETE) {
      session.complain(verdict().complaint());
    }
    return code;
  }

  /** What was not read may hold what the baseline knows. */
  private void remarksOnBaseline(List<Input> inputs, CheckedPolicy policy, Reports reports) {
    BaselineFile file = baselineFile();
    if (file == null || verdict().isIncomplete()) {
      return;
    }
    Set<String> rules =
        policy.rules().stream().map(CheckedRule::id).collect(Collectors.toUnmodifiableSet());
    gone = new Scope(file, rules, inputs, session).gone(baseline);
    if (!gone.isEmpty()) {
      reports.diagnostic(file.remark(gone));
    }
  }

  private void check(List<Input> inputs, Judging judging, Reports reports) {
    Progress progress = new Progress(session, inputs.size());
    judging.collect(inputs);
    judging.each(
        inputs,
        (input, documents) -> {
          progress.at(tally);
          int told = tally.findings();
          switch (input) {
            case Input.Hole hole -> hole(hole, reports);
            case Input.File _, Input.StandardInput _ -> {
              tally.file();
              documents(input, documents, reports);
            }
          }
          if (tally.findings() > told) {
            progress.clear();
          }
          reports.endOfFile(input.name());
        });
    progress.clear();
  }

  private void documents(Input input, Judging.Documents documents, Reports reports) {
    try {
      documents.tell((manifest, found) -> manifest(manifest, found, reports));
    } catch (IOException e) {
      reports.diagnostic(Input.Hole.unreadable(input.name(), e).reason());
      tally.unreadable();
    }
  }

  private void hole(Input.Hole hole, Reports reports) {
    reports.diagnostic(hole.reason());
    if (hole.reason().isError()) {
      tally.file();
      tally.unreadable();
    }
  }

  private void manifest(Manifest manifest, @Nullable Evaluation found, Reports reports) {
    manifest.diagnostics().forEach(reports::diagnostic);
    LineWaivers here = comments.of(manifest);
    switch (manifest.status()) {
      case EMPTY -> {}
      case UNREADABLE -> tally.unreadable();
      case NOT_KUBERNETES -> tally.notKubernetes();
      case KUBERNETES -> {
        Evaluation numbered = occurrences.apply(Objects.requireNonNull(found));
        Evaluation known = baseline.apply(here.apply(waivers.apply(numbered)));
        Evaluation told = changes == null ? known : changes.only(known);
        tally.evaluated(manifest, told);
        tally.unchanged(known.findings().size() - told.findings().size());
        reports.mendable(mendable(manifest, told.findings()));
        told.findings().forEach(reports::finding);
      }
    }
    comments.judged(here).forEach(reports::diagnostic);
  }

  private Predicate<Finding> mendable(Manifest manifest, List<Finding> told) {
    return fixer(Objects.requireNonNull(plan)).mendable(manifest, told);
  }

  /** Edits documents that are judged as all others, but alone. */
  Fixer fixer(Pipeline.Evaluate plan) {
    return new Fixer(
        manifest -> comments.of(manifest).apply(waivers.apply(plan.alone(manifest))).findings());
  }

  private Verdict verdict() {
    return new Verdict(tally, options.failOn(), options.allowEmpty());
  }
}
