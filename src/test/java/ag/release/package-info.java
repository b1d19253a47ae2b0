/** Tests of what people install. */
@NullMarked
package ag.release;

import org.jspecify.annotations.NullMarked;
