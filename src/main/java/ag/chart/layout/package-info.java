/**
 * What every renderer of a chart asks first: which range is shown, where ticks stand, where a curve is interrupted, where
 * the regions of a field meet, what the legend says.
 *
 * <p>Places are given in the chart's window, the unit square with (0, 0) at the bottom left and (1, 1) at the top
 * right, whatever it is drawn on later. Leans on {@link ag.chart} and on {@link ag.chart.drawing.Point}. Start reading
 * at {@link ag.chart.layout.View}.
 */
@NullMarked
package ag.chart.layout;

import org.jspecify.annotations.NullMarked;
