/**
 * A session as its clients see it: the REPL, the notebook, {@code ag serve}, an editor. One small interface runs programs, ends
 * them, completes, inspects and lays out; what programs give becomes documents in every form that a client can show. Start reading
 * at {@link ag.client.LiveSession}.
 */
@NullMarked
package ag.client;

import org.jspecify.annotations.NullMarked;
