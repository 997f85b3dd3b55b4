/** Which files are meant by the paths of a command line. */
@NullMarked
package dev.bylaw.cli.input;

import org.jspecify.annotations.NullMarked;
