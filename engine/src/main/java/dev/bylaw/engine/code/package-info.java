/**
 * Writes what is known when Bylaw is built as Java code that makes it again: the standard library's
 * checked policy and the kinds of a Kubernetes version. A run that needs nothing else then parses
 * and checks no rule and decodes no schema.
 */
@NullMarked
package dev.bylaw.engine.code;

import org.jspecify.annotations.NullMarked;
