package dev.bylaw.cli;

import dev.bylaw.cli.report.Reports;
import dev.bylaw.cli.report.WaiverList;
import dev.bylaw.cli.report.WaiverList.Entry;
import dev.bylaw.cli.rules.RuleFiles;
import dev.bylaw.engine.evaluate.WaiverCode;
import dev.bylaw.engine.finding.Finding;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedWaiver;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Report;
import dev.bylaw.engine.report.Tally;
import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.frame.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw waivers}: the exceptions that are written down, and how they stand. */
final class WaiversVerb implements Verb {
  private static final int WITHIN = 30;

  /** The forms in which the list can be told. */
  enum ListFormat {
    TEXT,
    JSON
  }

  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("waivers");
    model.addOption(Arguments.many("--rules"));
    model.addOption(Arguments.many("--param"));
    model.addOption(Arguments.many("--crd"));
    for (String option : List.of("--within", "--kubernetes", "--format", "--color")) {
      model.addOption(Arguments.one(option));
    }
    Effective.options(model);
    model.addPositional(Arguments.positional("PATH"));
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    ListFormat format = Arguments.choice(arguments, "--format", ListFormat.class, ListFormat.TEXT);
    ColorChoice color = Arguments.choice(arguments, "--color", ColorChoice.class, ColorChoice.AUTO);
    int within = days(Arguments.value(arguments, "--within"));
    List<Written> rules = new ArrayList<>();
    List<String> manifests = new ArrayList<>();
    for (String path : arguments.matchedPositionalValue(0, List.<String>of())) {
      if (RuleFiles.areAt(path, session)) {
        rules.add(Written.option("--rules", path));
      } else {
        manifests.add(path);
      }
    }
    CheckOptions options =
        CheckOptions.of(Effective.of(arguments, session).with(rules), manifests, List.of());
    Pipeline pipeline =
        Definitions.given(
            options.definitions(), session.engine().open(options.kubernetes()), session, color);
    Staged<CheckedPolicy> compiled =
        RuleFiles.compile(options.rules(), options.params(), session, pipeline);
    Style out = session.style(color, session.outIsTerminal());
    Style err = session.style(color, session.errIsTerminal());
    if (compiled.hasErrors()) {
      tell(compiled.diagnostics(), session, out, err);
      session.complain("error: the rules do not compile, so no waiver is listed", null);
      return ExitCode.USAGE;
    }
    Check check = manifests.isEmpty() ? null : new Check(options, session);
    List<Diagnostic> diagnostics = new ArrayList<>();
    ExitCode checked =
        check == null ? ExitCode.OK : check.run(new Reports(List.of(new Unread(diagnostics))));
    tell(check == null ? compiled.diagnostics() : diagnostics, session, out, err);
    // What was not read may need a waiver, so that nothing is said of their use.
    Check use = checked == ExitCode.INCOMPLETE ? null : check;
    String today = session.today().get();
    List<Entry> entries = new ArrayList<>();
    for (CheckedWaiver waiver :
        check == null ? compiled.result().waivers() : check.waivers().all()) {
      entries.add(Entry.of(waiver, today, use == null ? null : use.waivers().isUsed(waiver)));
    }
    for (CheckedWaiver waiver : check == null ? List.<CheckedWaiver>of() : check.comments().all()) {
      entries.add(Entry.of(waiver, today, use == null ? null : use.comments().isUsed(waiver)));
    }
    WaiverList list = WaiverList.of(entries, within);
    ExitCode code = list.hasExpired() ? ExitCode.FINDINGS : ExitCode.OK;
    code = checked == ExitCode.FINDINGS ? code : code.worst(checked);
    session.out().print(format == ListFormat.JSON ? list.json(code.code()) : list.text(out));
    session.out().flush();
    return code;
  }

  private static int days(@Nullable String value) {
    if (value == null) {
      return WITHIN;
    }
    String digits = value.endsWith("d") ? value.substring(0, value.length() - 1) : value;
    boolean number =
        !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(Character::isDigit);
    if (!number) {
      throw new UsageError(
          "`--within` cannot be `" + value + "`", "it is a number of days, for example 30d");
    }
    return Integer.parseInt(digits);
  }

  private static void tell(List<Diagnostic> diagnostics, Session session, Style out, Style err) {
    Report report = Reports.text(session.out(), out, session.err(), err, false);
    diagnostics.forEach(report::diagnostic);
    report.finish(new Tally(), ExitCode.USAGE);
  }

  /**
   * Keeps what could not be read, and what is no waiver; those that nothing needs, or that expired,
   * stand in the list.
   */
  private record Unread(List<Diagnostic> diagnostics) implements Report {
    @Override
    public void finding(Finding finding) {}

    @Override
    public void diagnostic(Diagnostic diagnostic) {
      if (diagnostic.isError() || isNoWaiver(diagnostic)) {
        diagnostics.add(diagnostic);
      }
    }

    private static boolean isNoWaiver(Diagnostic diagnostic) {
      return diagnostic.code() instanceof WaiverCode code
          && code != WaiverCode.UNUSED
          && code != WaiverCode.EXPIRED;
    }

    @Override
    public void endOfFile(String name) {}

    @Override
    public void finish(Tally tally, ExitCode code) {}
  }
}
