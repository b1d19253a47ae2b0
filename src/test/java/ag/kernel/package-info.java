/** Tests of the notebook's kernel. */
@NullMarked
package ag.kernel;

import org.jspecify.annotations.NullMarked;
