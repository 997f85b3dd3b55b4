package dev.bylaw.engine.check;

import dev.bylaw.grammar.Span;

/** A name where it is written, and what it stands for. */
public record Mention(Span span, Referent referent) {}
