/** What tells the results of a run to a machine, for the command line and the browser alike. */
@NullMarked
package dev.bylaw.engine.report;

import org.jspecify.annotations.NullMarked;
