package dev.bylaw.engine.schema.custom;

import dev.bylaw.grammar.Code;
import dev.bylaw.grammar.Diagnostic.Severity;

/** What can be wrong with a CustomResourceDefinition. */
public enum DefinitionCode implements Code {
  /** One that the user named to check by, and that does not say what its kind looks like. */
  BROKEN_DEFINITION("BY0901", Severity.ERROR),
  /** The same of one in the input: objects of its kind stay of an unknown kind. */
  UNUSED_DEFINITION("BY0902", Severity.WARNING);

  private final String id;
  private final Severity severity;

  DefinitionCode(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
