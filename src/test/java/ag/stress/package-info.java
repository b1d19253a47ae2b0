/** Programs of extreme size and shape, as {@code docs/reliability.md} promises that they work or end in a message. */
@NullMarked
package ag.stress;

import org.jspecify.annotations.NullMarked;
