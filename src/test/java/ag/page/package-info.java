/** Tests of {@link ag.page}, in a real browser. */
@NullMarked
package ag.page;

import org.jspecify.annotations.NullMarked;
