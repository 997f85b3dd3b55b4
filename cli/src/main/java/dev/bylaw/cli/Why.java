package dev.bylaw.cli;

import dev.bylaw.cli.explain.SubjectFilter;
import dev.bylaw.cli.explain.WhyText;
import dev.bylaw.cli.input.Input;
import dev.bylaw.cli.input.Inputs;
import dev.bylaw.cli.report.Reports;
import dev.bylaw.cli.rules.RuleNames;
import dev.bylaw.engine.explain.Explanation;
import dev.bylaw.engine.manifest.Manifest;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.engine.report.WhyJson;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.frame.Style;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code bylaw explain --rule R PATH…}: why a rule decides about manifests as it does. */
final class Why {
  private final ExplainOptions options;
  private final Session session;
  private final List<Explanation> explanations = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private boolean incomplete;

  Why(ExplainOptions options, Session session) {
    this.options = options;
    this.session = session;
  }

  ExitCode run(String name, Pipeline given) {
    List<Input> inputs = Inputs.find(options.names(), session);
    Contents contents = new Contents(session);
    Staged<Pipeline> known = Definitions.found(inputs, contents, given);
    known.diagnostics().forEach(this::tell);
    Pipeline pipeline = known.result();
    CheckedPolicy policy = ExplainVerb.compiled(options, pipeline, session);
    if (policy == null) {
      return ExitCode.USAGE;
    }
    CheckedRule rule = RuleNames.one(name, policy.rules());
    options.locks().require(policy.rules().stream().map(CheckedRule::id).toList());
    Pipeline.Why why = pipeline.why(policy, rule, session.today().get(), options.locks());
    if (why.needsInventory()) {
      inputs.forEach(input -> read(input, contents, pipeline, why::collect, false));
    }
    for (Input input : inputs) {
      read(input, contents, pipeline, manifest -> explain(manifest, why), true);
    }
    if (explanations.isEmpty() && options.subject() != null && !incomplete) {
      throw new UsageError(
          "there is no such subject in the input",
          "name it as `bylaw explain` without `--for` does; a namespace only where the manifest has"
              + " one");
    }
    incomplete |= explanations.isEmpty();
    ExitCode code = incomplete ? ExitCode.INCOMPLETE : ExitCode.OK;
    print(rule, code);
    return code;
  }

  private void read(
      Input input, Contents contents, Pipeline pipeline, Consumer<Manifest> sink, boolean tell) {
    if (input instanceof Input.Hole hole) {
      if (tell) {
        tell(hole.reason());
      }
      return;
    }
    try (InputStream bytes = contents.open(input)) {
      pipeline.read(input.name(), bytes, sink);
    } catch (IOException e) {
      if (tell) {
        tell(Input.Hole.unreadable(input.name(), e).reason());
      }
    }
  }

  private void tell(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
    incomplete |= diagnostic.isError();
  }

  private void explain(Manifest manifest, Pipeline.Why why) {
    manifest.diagnostics().forEach(this::tell);
    if (manifest.status() == Manifest.Status.KUBERNETES) {
      SubjectFilter subject = options.subject();
      why.over(manifest).stream()
          .filter(one -> subject == null || subject.matches(one.subject()))
          .forEach(explanations::add);
    }
  }

  private void print(CheckedRule rule, ExitCode code) {
    if (options.format() == ExplainOptions.PageFormat.JSON) {
      session.out().print(WhyJson.of(rule, explanations, diagnostics, code.code()));
      return;
    }
    Style out = session.style(options.color(), session.outIsTerminal());
    Style err = session.style(options.color(), session.errIsTerminal());
    WhyText text = new WhyText(out);
    session.out().print(text.title(rule));
    explanations.forEach(why -> session.out().print(text.explanation(why)));
    session.out().print(text.end());
    Report report = Reports.text(session.out(), out, session.err(), err, true);
    diagnostics.forEach(report::diagnostic);
    report.finish(new Tally(), code);
  }
}
