/**
 * Pictures as data, and two ways to write them: SVG and PNG, which look alike.
 *
 * <p>Whoever wants to draw (a chart, a graph with arrows) lists {@link ag.chart.drawing.Element}s in a
 * {@link ag.chart.drawing.Drawing}. Nothing here touches the fonts or the display of the machine: text is measured and
 * filled from the outlines of a bundled font, read by Apache FontBox. Start reading at
 * {@link ag.chart.drawing.Element}.
 */
@NullMarked
package ag.chart.drawing;

import org.jspecify.annotations.NullMarked;
