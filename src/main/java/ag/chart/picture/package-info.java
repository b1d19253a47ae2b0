/**
 * Charts as SVG and PNG: one drawing, written in either format.
 *
 * <p>Leans on {@link ag.chart}, {@link ag.chart.layout} and {@link ag.chart.drawing}. Start reading at
 * {@link ag.chart.picture.ChartPicture}.
 */
@NullMarked
package ag.chart.picture;

import org.jspecify.annotations.NullMarked;
