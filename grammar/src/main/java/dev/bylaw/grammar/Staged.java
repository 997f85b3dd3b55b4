package dev.bylaw.grammar;

import java.util.List;

/**
 * What a stage gives: its result and its diagnostics. The result may be partial where a diagnostic
 * is an error.
 */
public record Staged<T>(T result, List<Diagnostic> diagnostics) {
  public Staged {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
