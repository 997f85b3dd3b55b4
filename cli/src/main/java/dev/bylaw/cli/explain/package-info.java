/** How a rule, a verdict or an error code is explained in words. */
@NullMarked
package dev.bylaw.cli.explain;

import org.jspecify.annotations.NullMarked;
