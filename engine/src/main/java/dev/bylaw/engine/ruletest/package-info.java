/** Runs the tests that stand in rule files. */
@NullMarked
package dev.bylaw.engine.ruletest;

import org.jspecify.annotations.NullMarked;
