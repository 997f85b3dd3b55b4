package dev.bylaw.cli;

import dev.bylaw.cli.report.Reports;
import dev.bylaw.cli.report.Tally;
import dev.bylaw.cli.report.TestReport;
import dev.bylaw.cli.rules.RuleFiles;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.ruletest.TestResult;
import dev.bylaw.grammar.Source;
import dev.bylaw.grammar.Span;
import dev.bylaw.grammar.Staged;
import dev.bylaw.grammar.frame.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw test PATH…}: runs the tests and examples that stand in rule files. */
final class TestVerb implements Verb {
  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("test");
    model.addOption(Arguments.many("--crd"));
    model.addOption(Arguments.one("--kubernetes"));
    model.addOption(Arguments.one("--color"));
    model.addOption(Arguments.flag("--quiet"));
    model.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    List<String> paths = arguments.matchedPositionalValue(0, List.of());
    if (paths.isEmpty()) {
      throw new UsageError(
          "there is nothing to test",
          "name a rule file, a directory of them, or a standard pack such as std/capabilities");
    }
    ColorChoice color = Arguments.choice(arguments, "--color", ColorChoice.class, ColorChoice.AUTO);
    Pipeline pipeline =
        Definitions.given(
            Arguments.values(arguments, "--crd"),
            session.engine().open(Arguments.value(arguments, "--kubernetes")),
            session,
            color);
    List<Source> sources = RuleFiles.loadWithTests(paths, session, pipeline);
    Staged<CheckedPolicy> compiled = pipeline.compile(sources);
    Style style = session.style(color, session.outIsTerminal());
    if (compiled.hasErrors()) {
      var report =
          Reports.text(
              session.out(),
              style,
              session.err(),
              session.style(color, session.errIsTerminal()),
              true);
      compiled.diagnostics().forEach(report::diagnostic);
      report.finish(new Tally(), ExitCode.USAGE);
      session.complain("error: the rules do not compile, so nothing was tested", null);
      return ExitCode.USAGE;
    }
    List<TestResult> results =
        pipeline.test(
            compiled.result(), session.today().get(), (place, path) -> read(session, place, path));
    new TestReport(session.out(), style, arguments.hasMatchedOption("--quiet")).print(results);
    if (results.isEmpty()) {
      session.complain(
          "error: there is no test and no example in these files",
          "write `test \"…\" { … }`, or `fails` and `passes` in a rule");
      return ExitCode.INCOMPLETE;
    }
    return results.stream().allMatch(TestResult::passed) ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** A file that a test names is looked for beside the test. */
  private static @Nullable String read(Session session, Span place, String path) {
    Path test = session.resolve(place.source().name());
    try {
      return Files.readString(test.resolveSibling(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }
}
