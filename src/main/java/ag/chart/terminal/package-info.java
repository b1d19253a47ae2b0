/**
 * Charts as lines of text for a terminal or a log.
 *
 * <p>Leans on {@link ag.chart} and {@link ag.chart.layout}; knows no terminal, only its width, height and whether it
 * shows Unicode and colour. Start reading at {@link ag.chart.terminal.TerminalRenderer}.
 */
@NullMarked
package ag.chart.terminal;

import org.jspecify.annotations.NullMarked;
