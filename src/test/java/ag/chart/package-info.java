/** Tests of {@link ag.chart}. */
@NullMarked
package ag.chart;

import org.jspecify.annotations.NullMarked;
