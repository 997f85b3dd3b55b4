package dev.bylaw.cli;

import dev.bylaw.cli.explain.Catalogue;
import dev.bylaw.cli.report.Reports;
import dev.bylaw.cli.report.RuleList;
import dev.bylaw.cli.report.Tally;
import dev.bylaw.cli.rules.RuleFiles;
import dev.bylaw.engine.policy.CheckedPolicy;
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
    model.addOption(Arguments.many("--rules"));
    model.addOption(Arguments.many("--param"));
    model.addOption(Arguments.many("--crd"));
    model.addOption(Arguments.flag("--all"));
    for (String option : List.of("--kubernetes", "--format", "--color")) {
      model.addOption(Arguments.one(option));
    }
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    ListFormat format = Arguments.choice(arguments, "--format", ListFormat.class, ListFormat.TEXT);
    ColorChoice color = Arguments.choice(arguments, "--color", ColorChoice.class, ColorChoice.AUTO);
    Pipeline pipeline =
        Definitions.given(
            Arguments.values(arguments, "--crd"),
            session.engine().open(Arguments.value(arguments, "--kubernetes")),
            session,
            color);
    List<String> rules = Arguments.values(arguments, "--rules");
    List<String> params = Arguments.values(arguments, "--param");
    boolean all = arguments.hasMatchedOption("--all");
    if (all && !rules.isEmpty()) {
      throw new UsageError("`--all` lists every standard pack, and `--rules` names some", null);
    }
    boolean pages = all || format == ListFormat.MARKDOWN;
    Staged<CheckedPolicy> compiled =
        pages
            ? RuleFiles.compileWithPages(rules, params, all, session, pipeline)
            : RuleFiles.compile(rules, params, session, pipeline);
    Style out = session.style(color, session.outIsTerminal());
    if (!compiled.hasErrors()) {
      RuleList list = new RuleList(compiled.result());
      session
          .out()
          .print(
              switch (format) {
                case TEXT -> list.text(out);
                case JSON -> list.json();
                case MARKDOWN -> Catalogue.of(compiled.result(), all ? pipeline : null);
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
