package dev.bylaw.cli;

import dev.bylaw.cli.input.Input;
import dev.bylaw.cli.input.Inputs;
import dev.bylaw.cli.report.Reports;
import dev.bylaw.cli.report.Tally;
import dev.bylaw.cli.rules.RuleFiles;
import dev.bylaw.engine.evaluate.Evaluation;
import dev.bylaw.engine.evaluate.Waivers;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Checks manifests by rules: compiles, then reads, evaluates and reports document by document. */
final class Check {
  private final CheckOptions options;
  private final Session session;
  private final Tally tally = new Tally();
  private Waivers waivers = new Waivers(List.of(), "");

  Check(CheckOptions options, Session session) {
    this.options = options;
    this.session = session;
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

  /** What is known before a report is opened: a mistake in the command line leaves none behind. */
  private record Prepared(
      List<Input> inputs,
      Contents contents,
      Staged<Pipeline> known,
      Staged<CheckedPolicy> compiled,
      CheckedPolicy policy) {}

  private Prepared prepare() {
    List<Input> inputs = Inputs.find(options.paths(), options.scope(), session);
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
    Staged<CheckedPolicy> compiled =
        RuleFiles.compile(options.rules(), options.params(), session, known.result());
    CheckedPolicy policy = compiled.result();
    if (!compiled.hasErrors()) {
      tally.rulesOff(options.selection().off(policy).size());
      policy = options.selection().of(policy);
    }
    return new Prepared(inputs, contents, known, compiled, policy);
  }

  private ExitCode run(Prepared prepared, Reports reports) {
    Staged<CheckedPolicy> compiled = prepared.compiled();
    prepared.known().diagnostics().forEach(reports::diagnostic);
    compiled.diagnostics().forEach(reports::diagnostic);
    if (compiled.hasErrors()) {
      reports.finish(tally, ExitCode.USAGE);
      long errors = compiled.diagnostics().stream().filter(Diagnostic::isError).count();
      session.complain(
          "error: the rules do not compile ("
              + (errors == 1 ? "1 error" : errors + " errors")
              + "), so nothing was checked",
          null);
      return ExitCode.USAGE;
    }
    CheckedPolicy policy = prepared.policy();
    if (!policy.waivers().isEmpty()) {
      waivers = new Waivers(policy.waivers(), session.today().get());
    }
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
      check(inputs, contents, pipeline, pipeline.plan(policy), reports);
      waivers.remarks(policy.rules()).forEach(reports::diagnostic);
      code = verdict();
    } finally {
      reports.finish(tally, code);
    }
    if (code == ExitCode.INCOMPLETE) {
      sayWhatIsMissing();
    }
    return code;
  }

  private void check(
      List<Input> inputs,
      Contents contents,
      Pipeline pipeline,
      Pipeline.Evaluate plan,
      Reports reports) {
    Progress progress = new Progress(session, inputs.size());
    if (plan.needsInventory()) {
      inputs.forEach(input -> collect(input, contents, pipeline, plan));
    }
    for (Input input : inputs) {
      progress.at(tally);
      int told = tally.findings();
      switch (input) {
        case Input.Hole hole -> hole(hole, reports);
        case Input.File _, Input.StandardInput _ -> {
          tally.file();
          check(input, contents, pipeline, plan, reports);
        }
      }
      if (tally.findings() > told) {
        progress.clear();
      }
      reports.endOfFile();
    }
    progress.clear();
  }

  /** What cannot be read is told when it is checked. */
  private static void collect(
      Input input, Contents contents, Pipeline pipeline, Pipeline.Evaluate plan) {
    try (InputStream bytes = contents.open(input)) {
      pipeline.read(input.name(), bytes, plan::collect);
    } catch (IOException e) {
      return;
    }
  }

  private void check(
      Input input, Contents contents, Pipeline pipeline, Pipeline.Evaluate plan, Reports reports) {
    try (InputStream bytes = contents.open(input)) {
      pipeline.read(input.name(), bytes, manifest -> manifest(manifest, plan, reports));
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

  private void manifest(Manifest manifest, Pipeline.Evaluate plan, Reports reports) {
    manifest.diagnostics().forEach(reports::diagnostic);
    switch (manifest.status()) {
      case UNREADABLE -> tally.unreadable();
      case NOT_KUBERNETES -> tally.notKubernetes();
      case KUBERNETES -> {
        Evaluation evaluation = waivers.apply(plan.over(manifest));
        tally.evaluated(manifest, evaluation);
        evaluation.findings().forEach(reports::finding);
      }
    }
  }

  private ExitCode verdict() {
    ExitCode code = tally.fails(options.failOn()) ? ExitCode.FINDINGS : ExitCode.OK;
    return isIncomplete() ? code.worst(ExitCode.INCOMPLETE) : code;
  }

  private boolean isIncomplete() {
    return tally.unreadableDocuments() > 0 || checkedNothing();
  }

  private boolean checkedNothing() {
    return !tally.checkedSomething() && !options.allowEmpty();
  }

  private void sayWhatIsMissing() {
    int unreadable = tally.unreadableDocuments();
    if (unreadable > 0) {
      session.complain(
          "error: "
              + (unreadable == 1 ? "1 document was" : unreadable + " documents were")
              + " not read, so the check is incomplete",
          null);
    } else {
      session.complain(
          "error: nothing was checked: "
              + (tally.documents() == 0
                  ? "there is no document in the input"
                  : "no document is of a kind that Kubernetes knows"),
          "if that is as it should be, say --allow-empty");
    }
  }
}
