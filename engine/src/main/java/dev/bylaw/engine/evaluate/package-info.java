/**
 * Plans a checked policy once and evaluates it over manifests. The only place that decides a
 * verdict.
 */
@NullMarked
package dev.bylaw.engine.evaluate;

import org.jspecify.annotations.NullMarked;
