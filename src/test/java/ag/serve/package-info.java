/** Tests of {@code ag serve}. */
@NullMarked
package ag.serve;

import org.jspecify.annotations.NullMarked;
