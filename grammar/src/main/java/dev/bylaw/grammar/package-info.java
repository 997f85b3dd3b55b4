/**
 * Text to syntax tree: sources, spans, diagnostics, lexer and parser. Knows nothing of Kubernetes.
 */
@NullMarked
package dev.bylaw.grammar;

import org.jspecify.annotations.NullMarked;
