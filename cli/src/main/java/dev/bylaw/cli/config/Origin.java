package dev.bylaw.cli.config;

import dev.bylaw.grammar.Span;

/** Who says what a setting is. The first of these that says something counts. */
public sealed interface Origin {
  /** An option of the command line. */
  record Option(String name) implements Origin {}

  /** The configuration, here. */
  record File(Span place) implements Origin {}

  /** Nobody: it is what it is for everybody. */
  record Standard() implements Origin {}
}
