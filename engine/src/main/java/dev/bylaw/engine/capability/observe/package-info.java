/**
 * What tools were seen to print about the capabilities of processes, and the least that a container
 * needs by it. One class reads one format.
 */
@NullMarked
package dev.bylaw.engine.capability.observe;

import org.jspecify.annotations.NullMarked;
