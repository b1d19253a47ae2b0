/** Tests of {@link ag.diagram}. */
@NullMarked
package ag.diagram;

import org.jspecify.annotations.NullMarked;
