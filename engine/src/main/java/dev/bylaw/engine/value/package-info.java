/**
 * The values that Kubernetes writes as text, read as Kubernetes reads them: quantities, image
 * references, selectors; and the patterns that rules compare them with.
 */
@NullMarked
package dev.bylaw.engine.value;

import org.jspecify.annotations.NullMarked;
