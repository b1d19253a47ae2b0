/**
 * The command line: reads arguments, asks a session to evaluate, prints what comes back.
 *
 * <p>It may lean on everything below it and nothing leans on it. Start reading at {@link ag.cli.Main}.
 */
@NullMarked
package ag.cli;

import org.jspecify.annotations.NullMarked;
