package dev.bylaw.engine.manifest;

import dev.bylaw.grammar.Diagnostic;
import dev.bylaw.grammar.Source;
import org.jspecify.annotations.Nullable;

/**
 * The text between two separators, or of some JSON objects.
 *
 * @param fault why it is not worth reading, or null
 */
record Chunk(Source source, @Nullable Diagnostic fault) {}
