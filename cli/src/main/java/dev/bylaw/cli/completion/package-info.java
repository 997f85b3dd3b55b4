/** What a shell proposes after {@code bylaw}. */
@NullMarked
package dev.bylaw.cli.completion;

import org.jspecify.annotations.NullMarked;
