/** Serves the page in which rules are tried out. */
@NullMarked
package dev.bylaw.cli.playground;

import org.jspecify.annotations.NullMarked;
