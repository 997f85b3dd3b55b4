@NullMarked
package dev.bylaw.cli.input;

import org.jspecify.annotations.NullMarked;
