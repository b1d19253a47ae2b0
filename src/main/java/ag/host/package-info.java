/**
 * What a session asks of the machine it runs on: files, formats, pictures, threads, a clock, a deep stack. Each is a small interface
 * with a plain version; {@code ag.machine} has those of a computer. Start reading at {@link ag.host.Host}.
 */
@NullMarked
package ag.host;

import org.jspecify.annotations.NullMarked;
