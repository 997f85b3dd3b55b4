/**
 * Syntax tree to checked policy: names, subjects, types, absence, and rules that could never work.
 */
@NullMarked
package dev.bylaw.engine.check;

import org.jspecify.annotations.NullMarked;
