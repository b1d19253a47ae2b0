/** Results as lines: how wide they are, where they end. */
@NullMarked
package ag.result.print;

import org.jspecify.annotations.NullMarked;
