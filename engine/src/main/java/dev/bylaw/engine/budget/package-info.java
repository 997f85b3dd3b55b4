/** How much work an answer may take. */
@NullMarked
package dev.bylaw.engine.budget;

import org.jspecify.annotations.NullMarked;
