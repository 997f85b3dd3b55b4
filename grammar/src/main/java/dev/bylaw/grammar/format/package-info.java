/** The canonical layout of rule files. {@link dev.bylaw.grammar.format.Formatter} is the way in. */
@NullMarked
package dev.bylaw.grammar.format;

import org.jspecify.annotations.NullMarked;
