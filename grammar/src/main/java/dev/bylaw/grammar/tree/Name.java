package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Span;

/** One word where it is written: the name of a rule, a field, a kind, a variable. */
public record Name(String text, Span span) {}
