package dev.bylaw.grammar.tree;

import dev.bylaw.grammar.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code waive RULE for KIND NAMESPACE/NAME container NAME because "…" approved by "…" until DATE}.
 *
 * <p>The parser gives a waiver without reason, approver or date too, with null in their place, so
 * that the checker can say what is missing.
 *
 * @param namespace null where the target has none
 * @param container null where the waiver is for the whole object
 * @param until {@code 2027-03-31}, or null
 */
public record Waiver(
    @Nullable Doc doc,
    PackName rule,
    Name kind,
    @Nullable Name namespace,
    Name name,
    @Nullable Name container,
    @Nullable Text because,
    @Nullable Text approvedBy,
    @Nullable Name until,
    Span span)
    implements Declaration {}
