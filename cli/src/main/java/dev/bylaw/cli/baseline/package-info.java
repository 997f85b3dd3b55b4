/** The findings that were there before: known, and not to fail a run. */
@NullMarked
package dev.bylaw.cli.baseline;

import org.jspecify.annotations.NullMarked;
