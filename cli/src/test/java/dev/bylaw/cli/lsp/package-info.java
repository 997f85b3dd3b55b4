/** Tests of the language server: what it says, word for word, and that it outlives any message. */
@NullMarked
package dev.bylaw.cli.lsp;

import org.jspecify.annotations.NullMarked;
