package dev.bylaw.cli;

import dev.bylaw.engine.report.ExitCode;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw fix PATH…}: mends what rules find, as far as they say how. */
final class FixVerb implements Verb {
  @Override
  public CommandSpec model() {
    CommandSpec model = Arguments.model("fix");
    for (String option : List.of("--rules", "--param", "--crd", "--only", "--skip", "--locked")) {
      model.addOption(Arguments.many(option));
    }
    for (String option : List.of("--kubernetes", "--runtime", "--color")) {
      model.addOption(Arguments.one(option));
    }
    Effective.options(model);
    model.addOption(Arguments.flag("--diff"));
    model.addOption(Arguments.flag("--write"));
    model.addPositional(Arguments.positional("PATH"));
    return model.addOption(Arguments.help());
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    // The same rules that find what is to be mended, on the same files.
    CheckOptions options =
        CheckOptions.of(
            Effective.of(arguments, session),
            arguments.matchedPositionalValue(0, List.<String>of()),
            List.of());
    boolean write = arguments.hasMatchedOption("--write");
    if (options.paths().isEmpty() && options.scope().include().isEmpty()) {
      throw new UsageError(
          "there is nothing to mend",
          "name a file, a directory, or - for standard input; or set `inputs` in bylaw.yaml");
    }
    if (write && arguments.hasMatchedOption("--diff")) {
      throw new UsageError(
          "`--diff` shows what `--write` would change, and changes nothing", "choose one of them");
    }
    if (write && options.paths().contains("-")) {
      throw new UsageError(
          "standard input cannot be written back", "name a file, or take `--diff` as a patch");
    }
    return new Fix(options, session, write).run();
  }
}
