/** Calls of the program, in the test's process and in one of their own. Start reading at {@link ag.cli.CommandLineTest}. */
@NullMarked
package ag.cli;

import org.jspecify.annotations.NullMarked;
