package ag.chart;

import java.util.List;

/**
 * A chart as data: a title, two axes and the series drawn between them, fields first and the others over them in order.
 *
 * @param title may be empty
 */
public record Chart(String title, Axis x, Axis y, List<Series> series) {
    public Chart {
        series = List.copyOf(series);
    }
}
