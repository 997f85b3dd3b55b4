/** Finds small manifests that break a rule or pass it. */
@NullMarked
package dev.bylaw.engine.example;

import org.jspecify.annotations.NullMarked;
