@NullMarked
package dev.bylaw.cli.fix;

import org.jspecify.annotations.NullMarked;
