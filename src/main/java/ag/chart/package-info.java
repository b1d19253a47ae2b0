/**
 * Charts as plain data (curves, points, class regions), and the sentence that tells one who cannot see it.
 *
 * <p>It knows nothing of the language and leans on java.base alone. The packages below it turn a chart into something
 * to look at: {@link ag.chart.terminal} into lines of text, {@link ag.chart.picture} into SVG and PNG. Start reading
 * at {@link ag.chart.Chart}.
 */
@NullMarked
package ag.chart;

import org.jspecify.annotations.NullMarked;
