package dev.bylaw.cli;

import dev.bylaw.cli.explain.WhyText;
import dev.bylaw.cli.report.TestJson;
import dev.bylaw.cli.report.TestJunit;
import dev.bylaw.cli.report.TestRun;
import dev.bylaw.cli.report.TestRun.Share;
import dev.bylaw.cli.report.TestText;
import dev.bylaw.cli.rules.RuleFiles;
import dev.bylaw.engine.coverage.Coverage;
import dev.bylaw.engine.coverage.RuleCoverage;
import dev.bylaw.engine.mutation.Mutation;
import dev.bylaw.engine.mutation.RuleScore;
import dev.bylaw.engine.policy.CheckedPolicy;
import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.engine.report.ExitCode;
import dev.bylaw.engine.ruletest.RuleTests;
import dev.bylaw.engine.ruletest.TestResult;
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
import picocli.CommandLine.ParseResult;

/** {@code bylaw test PATH…}: runs the tests and examples that stand in rule files. */
final class TestVerb implements Verb {
  @Override
  public CommandSpec model() {
    return TestOptions.model();
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    TestOptions options = TestOptions.read(arguments, session);
    try (OutputFiles files = new OutputFiles(session)) {
      List<Output> outputs =
          options.targets().stream()
              .map(target -> target.file() == null ? session.out() : files.create(target.file()))
              .toList();
      return run(options, outputs, session);
    }
  }

  private static ExitCode run(TestOptions options, List<Output> outputs, Session session) {
    Pipeline pipeline =
        Definitions.given(
            options.definitions(),
            session.engine().open(options.kubernetes()).on(options.runtime()),
            session,
            options.color());
    RuleFiles.Tested tested =
        RuleFiles.compileWithTests(
            Written.options("--rules", options.paths()), options.params(), session, pipeline);
    Staged<CheckedPolicy> compiled = tested.compiled();
    Faults.tell(compiled.diagnostics(), options.color(), session);
    if (compiled.hasErrors()) {
      report(ran(compiled, List.of(), null, null, ExitCode.USAGE), options, outputs, session);
      session.complain("error: the rules do not compile, so nothing was tested", null);
      return ExitCode.USAGE;
    }
    RuleTests all =
        pipeline.tests(
            compiled.result(), session.today().get(), (place, path) -> read(session, place, path));
    RuleTests tests = all.only(options::wants);
    Coverage recorder = options.coverage() ? new Coverage() : null;
    List<TestResult> results = tests.run(recorder);
    boolean passed = results.stream().allMatch(TestResult::passed);
    List<CheckedRule> own = tests.rules().stream().filter(tested::isOwn).toList();
    List<RuleCoverage> coverage = recorder == null ? null : own.stream().map(recorder::of).toList();
    List<RuleScore> scores =
        options.mutate() && passed ? own.stream().map(new Mutation(tests)::of).toList() : null;
    boolean enough =
        !isBelow(options.minCoverage(), coverage == null ? null : TestRun.covered(coverage))
            && !isBelow(options.minScore(), scores == null ? null : TestRun.noticed(scores));
    ExitCode code =
        results.isEmpty()
            ? ExitCode.INCOMPLETE
            : passed && enough ? ExitCode.OK : ExitCode.FINDINGS;
    TestRun run = ran(compiled, results, coverage, scores, code);
    report(run, options, outputs, session);
    complain(run, options, all.isEmpty(), session);
    return code;
  }

  private static TestRun ran(
      Staged<CheckedPolicy> compiled,
      List<TestResult> results,
      @Nullable List<RuleCoverage> coverage,
      @Nullable List<RuleScore> scores,
      ExitCode code) {
    return new TestRun(compiled.diagnostics(), results, coverage, scores, code.code());
  }

  private static boolean isBelow(@Nullable Integer least, @Nullable Share share) {
    return least != null && share != null && share.isBelow(least);
  }

  private static void report(
      TestRun run, TestOptions options, List<Output> outputs, Session session) {
    for (int i = 0; i < outputs.size(); i++) {
      TestOptions.Target target = options.targets().get(i);
      boolean terminal = target.file() == null && session.outIsTerminal();
      Style style = target.file() == null ? session.style(options.color(), terminal) : Style.PLAIN;
      boolean compiled = run.exitCode() != ExitCode.USAGE.code();
      outputs
          .get(i)
          .print(
              switch (target.form()) {
                case TEXT -> compiled ? text(style, options).of(run) : "";
                case JSON -> TestJson.of(run);
                case JUNIT -> compiled ? TestJunit.of(run) : "";
              });
    }
    session.out().flush();
  }

  private static TestText text(Style style, TestOptions options) {
    return new TestText(style, options.quiet(), account -> WhyText.of(account, style));
  }

  /** One sentence for each reason that the exit code has beside a test that failed. */
  private static void complain(TestRun run, TestOptions options, boolean noTest, Session session) {
    if (noTest) {
      session.complain(
          "error: there is no test and no example in these files",
          "write `test \"…\" { … }`, or `fails` and `passes` in a rule");
    } else if (run.results().isEmpty()) {
      session.complain(
          "error: no test has a name like `" + String.join("` or `", options.only()) + "`",
          "`*` stands for any text; without --only every test is listed");
    }
    if (run.coverage() != null) {
      Share covered = TestRun.covered(run.coverage());
      below("the tests cover", covered, options.minCoverage(), session);
    }
    if (run.mutation() != null) {
      Share noticed = TestRun.noticed(run.mutation());
      below("the tests notice", noticed, options.minScore(), session);
    } else if (options.mutate() && !run.results().isEmpty()) {
      session.complain("error: a test failed, so no rule was changed", null);
    }
  }

  private static void below(String what, Share share, @Nullable Integer least, Session session) {
    if (least != null && share.isBelow(least)) {
      session.complain(
          "error: " + what + " " + share + " (" + share.percent() + "%), less than " + least + "%",
          null);
    }
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
