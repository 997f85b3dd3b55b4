package dev.bylaw.cli;

import dev.bylaw.cli.baseline.Baseline;
import dev.bylaw.cli.baseline.BaselineFile;
import dev.bylaw.cli.baseline.Entry;
import dev.bylaw.cli.baseline.Gathering;
import dev.bylaw.cli.report.Reports;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.report.Report;
import dev.bylaw.grammar.frame.Printable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code bylaw baseline create|update|show}: the findings that are known and do not count. It grows
 * only where somebody creates it.
 */
final class BaselineVerb implements Verb {
  private static final List<String> ACTIONS = List.of("create", "update", "show");

  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("baseline");
    for (String option : List.of("--rules", "--param", "--crd", "--only", "--skip")) {
      model.addOption(Arguments.many(option));
    }
    for (String option : List.of("--kubernetes", "--runtime", "--baseline", "--jobs", "--color")) {
      model.addOption(Arguments.one(option));
    }
    Effective.options(model);
    model.addPositional(Arguments.positional("PATH"));
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    List<String> words = arguments.matchedPositionalValue(0, List.<String>of());
    String action = words.isEmpty() ? "" : words.getFirst();
    if (!ACTIONS.contains(action)) {
      throw new UsageError(
          "`bylaw baseline` does not say what to do", "it is one of create, update, show");
    }
    List<String> paths = words.subList(1, words.size());
    CheckOptions options = CheckOptions.of(Effective.of(arguments, session), paths, List.of());
    Written written =
        options.baseline() == null
            ? Written.option("--baseline", BaselineFile.DEFAULT)
            : options.baseline();
    BaselineFile file = BaselineFile.named(written.text(), session);
    if (action.equals("show")) {
      if (!paths.isEmpty()) {
        throw new UsageError("`bylaw baseline show` takes no `" + paths.getFirst() + "`", null);
      }
      return show(file.read().all(), session);
    }
    if (paths.isEmpty() && options.scope().include().isEmpty()) {
      throw new UsageError(
          "there is nothing to check", "name a file, a directory, or - for standard input");
    }
    return action.equals("create")
        ? create(file, options.against(null), session)
        : update(file, options.against(written), session);
  }

  private static ExitCode create(BaselineFile file, CheckOptions options, Session session) {
    Gathering gathering = new Gathering(file, session, diagnostics(options, session));
    ExitCode code = new Check(options, session).run(new Reports(List.of(gathering)));
    if (isUnsure(code)) {
      return unsure(code, session);
    }
    file.write(gathering.entries());
    session.out().println(counted(gathering.entries().size()) + " written to " + file.name());
    return ExitCode.OK;
  }

  private static ExitCode update(BaselineFile file, CheckOptions options, Session session) {
    Gathering gathering = new Gathering(file, session, diagnostics(options, session));
    Check check = new Check(options, session);
    ExitCode code = check.run(new Reports(List.of(gathering)));
    if (isUnsure(code)) {
      return unsure(code, session);
    }
    Baseline known = check.baseline();
    List<Entry> left = new ArrayList<>(known.all());
    left.removeAll(check.gone());
    if (!check.gone().isEmpty()) {
      file.write(left);
    }
    session
        .out()
        .println(
            counted(check.gone().size())
                + " taken out of "
                + file.name()
                + ", "
                + (left.isEmpty() ? "none" : left.size())
                + (left.size() == 1 ? " is left" : " are left"));
    return ExitCode.OK;
  }

  private static ExitCode show(List<Entry> entries, Session session) {
    String file = "";
    for (Entry entry : entries) {
      if (!entry.file().equals(file)) {
        file = entry.file();
        session.out().println(Printable.of(file));
      }
      session
          .out()
          .println(
              Printable.of("  " + entry.rule() + "  " + entry.resource() + ": " + entry.message()));
    }
    session.out().println(counted(entries.size()));
    return ExitCode.OK;
  }

  /** With input that was not read, or rules that do not compile, nobody knows what is there. */
  private static boolean isUnsure(ExitCode code) {
    return switch (code) {
      case OK, FINDINGS -> false;
      case INCOMPLETE, USAGE, BUG -> true;
    };
  }

  private static ExitCode unsure(ExitCode code, Session session) {
    session.complain("error: the baseline stays as it is", null);
    return code;
  }

  private static Report diagnostics(CheckOptions options, Session session) {
    return Reports.text(
        session.out(),
        session.style(options.color(), session.outIsTerminal()),
        session.err(),
        session.style(options.color(), session.errIsTerminal()),
        false);
  }

  private static String counted(int findings) {
    return switch (findings) {
      case 0 -> "no finding";
      case 1 -> "1 finding";
      default -> findings + " findings";
    };
  }
}
