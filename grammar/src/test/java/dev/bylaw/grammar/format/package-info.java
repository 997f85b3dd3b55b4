/** Tests of the canonical layout. */
@NullMarked
package dev.bylaw.grammar.format;

import org.jspecify.annotations.NullMarked;
