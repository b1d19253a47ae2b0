/**
 * The language server: what an editor asks about a program that is being written, over the language server protocol. Stands on
 * {@link ag.lang.resolve} and {@link ag.session}; start reading at {@link ag.lsp.LanguageServerProcess}, then {@code DocumentService}.
 */
@NullMarked
package ag.lsp;

import org.jspecify.annotations.NullMarked;
