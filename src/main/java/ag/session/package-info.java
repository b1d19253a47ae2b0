/**
 * A session: give it a source, get results as data. It knows no terminal and prints nothing; the command line, the REPL and
 * programs that embed the language stand above it. Start reading at {@link ag.session.Session}.
 */
@NullMarked
package ag.session;

import org.jspecify.annotations.NullMarked;
