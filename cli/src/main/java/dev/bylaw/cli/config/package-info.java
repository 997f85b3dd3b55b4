/** The file {@code bylaw.yaml}: where it is found, and what it says. */
@NullMarked
package dev.bylaw.cli.config;

import org.jspecify.annotations.NullMarked;
