/** The checked policy and its evaluation. */
@NullMarked
package dev.bylaw.engine;

import org.jspecify.annotations.NullMarked;
