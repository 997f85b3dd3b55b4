package dev.bylaw.cli;

import dev.bylaw.engine.report.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One thing that can be asked of Bylaw: the options it takes, and what it does. */
interface Verb {
  /** Built by hand: reading annotations would take longer than checking a manifest. */
  CommandSpec model();

  ExitCode run(ParseResult arguments, Session session);
}
