package dev.bylaw.engine.policy;

import dev.bylaw.grammar.Span;
import org.jspecify.annotations.Nullable;

/**
 * An exception that somebody has answered for: findings of one rule in one object, or in one
 * container of it, do not count until a day.
 *
 * @param rule the id of the rule
 * @param namespace as the object names it; null stands for an object that names none
 * @param name of the object; {@code *} stands for any characters
 * @param container null for the whole object; {@code *} stands for any characters
 * @param approvedBy null only where a comment of a manifest does not say
 * @param until the last day on which it holds, as {@code 2027-03-31}
 * @param span where it is written
 */
public record CheckedWaiver(
    String rule,
    String kind,
    @Nullable String namespace,
    String name,
    @Nullable String container,
    String because,
    @Nullable String approvedBy,
    String until,
    Span span) {}
