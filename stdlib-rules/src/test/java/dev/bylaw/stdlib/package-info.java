/** Holds every standard rule to what the standard library promises of it. */
@NullMarked
package dev.bylaw.stdlib;

import org.jspecify.annotations.NullMarked;
