/** Everything between the arguments of the program and the engine: verbs, exit codes, streams. */
@NullMarked
package dev.bylaw.cli;

import org.jspecify.annotations.NullMarked;
