package dev.bylaw.cli;

import dev.bylaw.cli.explain.ErrorPages;
import dev.bylaw.cli.explain.RulePage;
import dev.bylaw.cli.explain.RulePageJson;
import dev.bylaw.cli.explain.RulePageText;
import dev.bylaw.cli.rules.RuleFiles;
import dev.bylaw.cli.rules.RuleNames;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.frame.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw explain RULE|CODE}, and with {@code --rule} why it decides about manifests so. */
final class ExplainVerb implements Verb {
  @Override
  public CommandSpec model() {
    return ExplainOptions.model();
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    ExplainOptions options = ExplainOptions.read(arguments, session);
    if (options.rule() == null && options.names().stream().allMatch(ErrorPages::isCode)) {
      return codes(options, session);
    }
    Pipeline given =
        Definitions.given(
            options.definitions(),
            session.engine().open(options.kubernetes()).on(options.runtime()),
            session,
            options.color());
    return options.rule() == null
        ? pages(options, given, session)
        : new Why(options, session).run(options.rule(), given);
  }

  /** Rules with all that a page tells of them; null after saying why there are none. */
  static @Nullable CheckedPolicy compiled(
      ExplainOptions options, Pipeline pipeline, Session session) {
    Staged<CheckedPolicy> compiled =
        RuleFiles.compileWithPages(
            options.rules(), options.params(), options.withStandard(), session, pipeline);
    if (compiled.hasErrors()) {
      Faults.tell(compiled.diagnostics(), options.color(), session);
      session.complain("error: the rules do not compile, so nothing is explained", null);
      return null;
    }
    return compiled.result();
  }

  private static ExitCode codes(ExplainOptions options, Session session) {
    Style style = session.style(options.color(), session.outIsTerminal());
    boolean json = options.format() == ExplainOptions.PageFormat.JSON;
    session
        .out()
        .print(json ? ErrorPages.json(options.names()) : ErrorPages.text(options.names(), style));
    return ExitCode.OK;
  }

  private static ExitCode pages(ExplainOptions options, Pipeline pipeline, Session session) {
    CheckedPolicy policy = compiled(options, pipeline, session);
    if (policy == null) {
      return ExitCode.USAGE;
    }
    Map<String, CheckedRule> found = new LinkedHashMap<>();
    for (String name : options.names()) {
      if (ErrorPages.isCode(name)) {
        throw new UsageError("rules and error codes are explained apart", null);
      }
      RuleNames.find(name, policy.rules()).forEach(rule -> found.put(rule.id(), rule));
    }
    List<RulePage> pages =
        found.values().stream()
            .map(rule -> RulePage.of(rule, pipeline.examples(policy, rule)))
            .toList();
    Style style = session.style(options.color(), session.outIsTerminal());
    session
        .out()
        .print(
            options.format() == ExplainOptions.PageFormat.JSON
                ? RulePageJson.of(pages)
                : String.join("\n", pages.stream().map(p -> RulePageText.of(p, style)).toList()));
    return ExitCode.OK;
  }
}
