package dev.bylaw.cli;

import dev.bylaw.grammar.Diagnostic;
import java.util.List;

/** The configuration cannot be followed: what is wrong, and where it is written. */
public final class ConfigurationError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> diagnostics;

  public ConfigurationError(List<Diagnostic> diagnostics) {
    super(diagnostics.getFirst().message(), null, false, false);
    this.diagnostics = List.copyOf(diagnostics);
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
