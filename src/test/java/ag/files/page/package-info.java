/** Tests of {@link ag.files.page}, in a real browser. */
@NullMarked
package ag.files.page;

import org.jspecify.annotations.NullMarked;
