/** This machine as a session sees it: its files, threads, clock and a deep stack. Start reading at {@link ag.machine.ThisMachine}. */
@NullMarked
package ag.machine;

import org.jspecify.annotations.NullMarked;
