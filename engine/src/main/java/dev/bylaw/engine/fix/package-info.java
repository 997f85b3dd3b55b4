/** Findings to edits of the text that they were found in: as small as can be, and checked. */
@NullMarked
package dev.bylaw.engine.fix;

import org.jspecify.annotations.NullMarked;
