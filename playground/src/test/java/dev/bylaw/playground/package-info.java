/** Holds the compiled engine to the one that runs on the JVM. */
@NullMarked
package dev.bylaw.playground;

import org.jspecify.annotations.NullMarked;
