/** Checks that what the views show of a computation is what was computed. */
@NullMarked
package ag.explain;

import org.jspecify.annotations.NullMarked;
