/** Results as lines: how wide they are, where they end. */
@NullMarked
package ag.print;

import org.jspecify.annotations.NullMarked;
