/** Tests of {@link ag.chart.terminal}. */
@NullMarked
package ag.chart.terminal;

import org.jspecify.annotations.NullMarked;
