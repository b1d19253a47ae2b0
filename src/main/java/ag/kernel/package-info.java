/**
 * The kernel of Jupyter notebooks: {@code ag kernel FILE} serves a session over Jupyter's messages, and {@code ag jupyter install}
 * tells Jupyter of it. Messages and sockets are those of {@code org.dflib.jjava}; what a cell does is here. Start reading at {@link
 * ag.kernel.Kernel}.
 */
@NullMarked
package ag.kernel;

import org.jspecify.annotations.NullMarked;
