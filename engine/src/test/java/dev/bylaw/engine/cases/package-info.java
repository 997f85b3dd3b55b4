/**
 * Runs the cases of {@code src/test/cases}: rules that are compiled, and rules that are evaluated.
 */
@NullMarked
package dev.bylaw.engine.cases;

import org.jspecify.annotations.NullMarked;
