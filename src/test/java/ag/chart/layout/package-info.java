/** Tests of {@link ag.chart.layout}. */
@NullMarked
package ag.chart.layout;

import org.jspecify.annotations.NullMarked;
