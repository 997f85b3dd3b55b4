package dev.bylaw.engine.explain;

import dev.bylaw.engine.policy.CheckedRule;
import dev.bylaw.grammar.Span;

/**
 * A word of a pack and what it stands for.
 *
 * @param text what it stands for, on one line
 * @param span where that is written
 */
public record Meaning(CheckedRule.Word.Kind kind, String name, String text, Span span) {}
