/** Changes rules in small ways, to see whether their tests notice. */
@NullMarked
package dev.bylaw.engine.mutation;

import org.jspecify.annotations.NullMarked;
