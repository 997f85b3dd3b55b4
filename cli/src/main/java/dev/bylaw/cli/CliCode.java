package dev.bylaw.cli;

import dev.bylaw.grammar.Code;
import dev.bylaw.grammar.Diagnostic;

/** Diagnostics of the command line. */
public enum CliCode implements Code {
  /** A path names nothing. */
  NO_SUCH_INPUT("BY0701", Diagnostic.Severity.ERROR),
  /** A file or directory is there, and cannot be opened. */
  INPUT_DENIED("BY0702", Diagnostic.Severity.ERROR),
  /** A directory was named, and there is no manifest in it. */
  NO_MANIFEST("BY0703", Diagnostic.Severity.WARNING);

  private final String id;
  private final Diagnostic.Severity severity;

  CliCode(String id, Diagnostic.Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Diagnostic.Severity severity() {
    return severity;
  }
}
