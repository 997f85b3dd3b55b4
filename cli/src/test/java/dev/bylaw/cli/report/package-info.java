@NullMarked
package dev.bylaw.cli.report;

import org.jspecify.annotations.NullMarked;
