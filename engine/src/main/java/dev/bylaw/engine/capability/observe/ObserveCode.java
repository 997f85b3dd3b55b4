package dev.bylaw.engine.capability.observe;

import dev.bylaw.grammar.Code;
import dev.bylaw.grammar.Diagnostic.Severity;

/** Why an observation cannot be used. */
public enum ObserveCode implements Code {
  /** A line of no format that is known, or one that breaks the rules of its format. */
  UNREADABLE_OBSERVATION("BY0740"),
  /** A text without a single observation: an empty file, a header without rows. */
  NOTHING_OBSERVED("BY0741");

  private final String id;

  ObserveCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
