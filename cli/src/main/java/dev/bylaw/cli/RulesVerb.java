package dev.bylaw.cli;

import dev.bylaw.cli.explain.Catalogue;
import dev.bylaw.cli.report.Reports;
import dev.bylaw.cli.report.RuleList;
import dev.bylaw.cli.rules.RuleFiles;
import dev.bylaw.cli.rules.Selection;
import dev.bylaw.engine.check.Settings;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.frame.Style;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw rules}: what a check with the same options would check. */
final class RulesVerb implements Verb {
  /** The forms in which the list can be told. */
  enum ListFormat {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("rules");
    for (String option : List.of("--rules", "--param", "--only", "--skip", "--crd")) {
      model.addOption(Arguments.many(option));
    }
    model.addOption(Arguments.flag("--all"));
    for (String option : List.of("--kubernetes", "--format", "--color")) {
      model.addOption(Arguments.one(option));
    }
    Effective.options(model);
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    ListFormat format = Arguments.choice(arguments, "--format", ListFormat.class, ListFormat.TEXT);
    ColorChoice color = Arguments.choice(arguments, "--color", ColorChoice.class, ColorChoice.AUTO);
    boolean all = arguments.hasMatchedOption("--all");
    if (all && arguments.hasMatchedOption("--rules")) {
      throw new UsageError("`--all` lists every standard pack, and `--rules` names some", null);
    }
    Effective effective = Effective.of(arguments, session);
    Pipeline pipeline =
        Definitions.given(
            effective.definitions(),
            session.engine().open(effective.kubernetes().value().orElse(null)),
            session,
            color);
    List<Written> rules = all ? List.of() : effective.rules().value();
    List<Settings.Parameter> params = all ? List.of() : effective.parameters();
    boolean pages = all || format == ListFormat.MARKDOWN;
    Staged<CheckedPolicy> compiled =
        pages
            ? RuleFiles.compileWithPages(rules, params, all, session, pipeline)
            : RuleFiles.compile(rules, params, session, pipeline);
    Style out = session.style(color, session.outIsTerminal());
    if (!compiled.hasErrors()) {
      CheckedPolicy policy = compiled.result();
      Selection chosen = effective.selection();
      Selection selection = all ? chosen.withoutLevels() : chosen;
      RuleList list = new RuleList(selection.of(policy), selection.off(policy));
      boolean standard = all && selection.isEverything();
      session
          .out()
          .print(
              switch (format) {
                case TEXT -> list.text(out);
                case JSON -> list.json();
                case MARKDOWN -> Catalogue.of(list.policy(), standard ? pipeline : null);
              });
    }
    Style err = session.style(color, session.errIsTerminal());
    var diagnostics = Reports.text(session.out(), out, session.err(), err, true);
    compiled.diagnostics().forEach(diagnostics::diagnostic);
    ExitCode code = compiled.hasErrors() ? ExitCode.USAGE : ExitCode.OK;
    diagnostics.finish(new Tally(), code);
    return code;
  }
}
