package ag.web.missing;

import ag.chart.Chart;
import ag.chart.ChartSummary;
import ag.chart.terminal.TerminalRenderer;

/** What the page does instead of what a terminal needs. */
public final class Instead {
    private Instead() {}

    /** A chart in words, as its picture stands beside them. */
    public static String render(TerminalRenderer renderer, Chart chart) {
        return ChartSummary.of(chart);
    }

    /** What nothing is printed for has no text: the names of all classes would be in the module for it. */
    public static String toString(Object object) {
        return "object";
    }

    public static String toString(Throwable problem) {
        return String.valueOf(problem.getMessage());
    }

    /** Browsers show all letters. */
    public static String of(String text) {
        return text;
    }
}
