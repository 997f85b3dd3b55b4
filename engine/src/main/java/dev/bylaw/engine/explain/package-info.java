/**
 * Why a rule decided as it did, as data: the condition as a tree, with what each part of it read
 * and came to. Made by {@link dev.bylaw.engine.evaluate.Explainer}; drawn by whoever shows it.
 */
@NullMarked
package dev.bylaw.engine.explain;

import org.jspecify.annotations.NullMarked;
