/**
 * Linux capabilities: what they are, how manifests name them, and which of them a runtime gives
 * unasked.
 */
@NullMarked
package dev.bylaw.engine.capability;

import org.jspecify.annotations.NullMarked;
