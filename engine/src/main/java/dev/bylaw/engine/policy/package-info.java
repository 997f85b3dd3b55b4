/**
 * The checked policy: rules as data, every name resolved and every value typed. Evaluation,
 * documentation and tests all read it.
 */
@NullMarked
package dev.bylaw.engine.policy;

import org.jspecify.annotations.NullMarked;
