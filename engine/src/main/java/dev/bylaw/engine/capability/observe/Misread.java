package dev.bylaw.engine.capability.observe;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reading of a text, from wherever the fault was found: a guess here would end as a right
 * that nobody needs. It never leaves this package.
 */
final class Misread extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Diagnostic diagnostic;

  Misread(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Misread(Span span, String message, @Nullable String help) {
    this(Diagnostic.of(ObserveCode.UNREADABLE_OBSERVATION, span, message, help));
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
