package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Span;

/**
 * The {@code ##} lines above a declaration: Markdown, without the marks, one line break between two
 * lines.
 */
public record Doc(String text, Span span) {}
