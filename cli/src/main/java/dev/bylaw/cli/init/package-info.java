/** What {@code bylaw init} finds in a folder, and the configuration that fits it. */
@NullMarked
package dev.bylaw.cli.init;

import org.jspecify.annotations.NullMarked;
