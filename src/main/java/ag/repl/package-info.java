/**
 * The REPL: a session with a terminal in front. What is said and done between the prompts needs no terminal and is tested
 * without one; only {@link ag.repl.Repl} and what it hands to JLine do. Leans on {@link ag.session} and {@link ag.result.print};
 * start reading at {@link ag.repl.Conversation}.
 */
@NullMarked
package ag.repl;

import org.jspecify.annotations.NullMarked;
