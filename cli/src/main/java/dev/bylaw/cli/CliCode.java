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
  NO_MANIFEST("BY0703", Diagnostic.Severity.WARNING),
  /** A pattern of the configuration's {@code inputs.include} matches no manifest. */
  NOTHING_INCLUDED("BY0704", Diagnostic.Severity.ERROR),
  /** A configuration that is no text, empty, or no map. */
  NO_CONFIGURATION("BY0710", Diagnostic.Severity.ERROR),
  /** A key that a configuration does not have. */
  UNKNOWN_SETTING("BY0711", Diagnostic.Severity.ERROR),
  /** A value that a setting cannot have, or that leads nowhere. */
  BAD_SETTING("BY0712", Diagnostic.Severity.ERROR),
  /** A setting that is written twice. */
  SETTING_TWICE("BY0713", Diagnostic.Severity.ERROR),
  /** A pattern of the configuration that no rule of its has. */
  NO_SUCH_RULE("BY0714", Diagnostic.Severity.ERROR),
  /** Findings of the baseline are no longer there. */
  STALE_BASELINE("BY0720", Diagnostic.Severity.WARNING);

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
