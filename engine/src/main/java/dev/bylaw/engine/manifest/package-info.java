/** Bytes to trees with spans, as the API server would read them. */
@NullMarked
package dev.bylaw.engine.manifest;

import org.jspecify.annotations.NullMarked;
