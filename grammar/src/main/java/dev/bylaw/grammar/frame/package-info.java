/** Draws a place in a source for people, as rustc does: a gutter, the line, carets, remarks. */
@NullMarked
package dev.bylaw.grammar.frame;

import org.jspecify.annotations.NullMarked;
