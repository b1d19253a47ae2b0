/**
 * A session for programs of any language: {@code ag serve} reads requests, one JSON object a line, and answers with events and one
 * end for each. The protocol is in {@code docs/serve.md}. Start reading at {@link ag.serve.Server}.
 */
@NullMarked
package ag.serve;

import org.jspecify.annotations.NullMarked;
