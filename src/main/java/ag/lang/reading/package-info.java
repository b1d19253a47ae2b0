/**
 * Reads mathematics as it is written: settles, where names are known, what stands side by side, whether {@code x(x + 1)} is a call or a
 * product, and whether {@code xy} is a name. Start reading at {@link ag.lang.reading.Reading}.
 */
@NullMarked
package ag.lang.reading;

import org.jspecify.annotations.NullMarked;
