/** Tests the language server as an editor sees it: over the protocol, with the client of LSP4J. */
@org.jspecify.annotations.NullMarked
package ag.lsp;
