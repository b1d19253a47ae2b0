/** Tests of {@link ag.chart.drawing}. */
@NullMarked
package ag.chart.drawing;

import org.jspecify.annotations.NullMarked;
