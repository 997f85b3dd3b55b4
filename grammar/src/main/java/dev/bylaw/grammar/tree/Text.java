package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Span;

/**
 * A string literal.
 *
 * @param value the text that it means: escapes resolved; a block in {@code """} without the
 *     indentation common to its lines
 * @param block whether it is written in {@code """}
 */
public record Text(String value, boolean block, Span span) {}
