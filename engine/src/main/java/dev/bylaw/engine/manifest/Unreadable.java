package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;

/**
 * Ends the reading of one document, from wherever the fault was found. It never leaves this
 * package: {@link ManifestReader} makes an unreadable manifest of it.
 */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Diagnostic diagnostic;

  Unreadable(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
