/** Where rules come from, and which of them a run uses. */
@NullMarked
package dev.bylaw.cli.rules;

import org.jspecify.annotations.NullMarked;
