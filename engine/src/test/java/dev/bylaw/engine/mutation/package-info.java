@NullMarked
package dev.bylaw.engine.mutation;

import org.jspecify.annotations.NullMarked;
