/**
 * The language server: {@link dev.bylaw.engine.service.LanguageService} in the words of the
 * Language Server Protocol. One thread reads messages, another one answers them in their order; see
 * {@link dev.bylaw.cli.lsp.Worker}.
 */
@NullMarked
package dev.bylaw.cli.lsp;

import org.jspecify.annotations.NullMarked;
