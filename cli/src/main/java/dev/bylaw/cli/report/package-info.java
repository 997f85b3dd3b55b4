/** The forms in which the result of a check is told. */
@NullMarked
package dev.bylaw.cli.report;

import org.jspecify.annotations.NullMarked;
