@NullMarked
package dev.bylaw.cli.playground;

import org.jspecify.annotations.NullMarked;
