/** Files mended as rules say: what would change, and changing it. */
@NullMarked
package dev.bylaw.cli.fix;

import org.jspecify.annotations.NullMarked;
