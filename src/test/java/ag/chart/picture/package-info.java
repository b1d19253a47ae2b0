/** Tests of {@link ag.chart.picture}. */
@NullMarked
package ag.chart.picture;

import org.jspecify.annotations.NullMarked;
