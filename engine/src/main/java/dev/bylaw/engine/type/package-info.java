/** The types of values in rules and manifests. */
@NullMarked
package dev.bylaw.engine.type;

import org.jspecify.annotations.NullMarked;
