@NullMarked
package dev.bylaw.cli;

import org.jspecify.annotations.NullMarked;
