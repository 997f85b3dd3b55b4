package dev.bylaw.engine.evaluate;

import dev.bylaw.grammar.Code;
import dev.bylaw.grammar.Diagnostic.Severity;

/** What is odd about an exception. None of it changes a verdict: without it the finding counts. */
public enum WaiverCode implements Code {
  /** A waiver that no finding needs. */
  UNUSED("BY0804"),
  /** A waiver whose last day is over. */
  EXPIRED("BY0805"),
  /** A comment that stands at nothing that could be waived. */
  INERT("BY0806"),
  /** A comment that is nearly a waiver. */
  MALFORMED("BY0807"),
  /** A comment that names a rule that is not there. */
  UNKNOWN("BY0808"),
  /** A comment about a rule that may not be waived inside a manifest. */
  LOCKED("BY0809");

  private final String id;

  WaiverCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }
}
