package dev.bylaw.engine.service;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Span;

/** A range's text becomes {@code text}. A file that is not there is made, empty. */
public record Edit(Range range, String text) {
  static Edit of(Span span, String text) {
    return new Edit(Range.of(span), text);
  }

  static Edit of(Diagnostic.Edit edit) {
    return of(edit.span(), edit.replacement());
  }
}
