/** Exceptions that are written beside what they are about, in comments of a manifest. */
@NullMarked
package dev.bylaw.engine.waiver;

import org.jspecify.annotations.NullMarked;
