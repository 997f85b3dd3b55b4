package dev.bylaw.engine.schema.custom;

import dev.bylaw.grammar.Span;

/** Thrown inside the reader and turned into a diagnostic at its edge. */
final class MalformedDefinition extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Span span;
  private final String sentence;
  private final String help;

  MalformedDefinition(Span span, String sentence, String help) {
    super(sentence, null, false, false);
    this.span = span;
    this.sentence = sentence;
    this.help = help;
  }

  Span span() {
    return span;
  }

  String sentence() {
    return sentence;
  }

  String help() {
    return help;
  }
}
