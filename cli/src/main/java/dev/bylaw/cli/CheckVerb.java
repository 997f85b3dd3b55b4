package dev.bylaw.cli;

import dev.bylaw.engine.report.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code bylaw check PATH…}. */
final class CheckVerb implements Verb {
  @Override
  public CommandSpec model() {
    return CheckOptions.model();
  }

  @Override
  public ExitCode run(ParseResult arguments, Session session) {
    CheckOptions options = CheckOptions.read(arguments, session);
    if (options.paths().isEmpty() && options.scope().include().isEmpty()) {
      throw new UsageError(
          "there is nothing to check",
          "name a file, a directory, or - for standard input; or set `inputs` in bylaw.yaml");
    }
    String verb = Verbs.misplaced(options.paths(), session);
    if (verb != null) {
      throw new UsageError("`" + verb + "` is a verb: it comes first", "`bylaw " + verb + " …`");
    }
    return new Check(options, session).run();
  }
}
