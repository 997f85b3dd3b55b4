package dev.bylaw.engine.evaluate;

import dev.bylaw.grammar.Code;
import dev.bylaw.grammar.Diagnostic.Severity;

/** What is odd about an exception once the findings are known. */
public enum WaiverCode implements Code {
  /** A waiver that no finding needs. */
  UNUSED("BY0804"),
  /** A waiver whose last day is over. */
  EXPIRED("BY0805");

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
