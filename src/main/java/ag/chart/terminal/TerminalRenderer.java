package ag.chart.terminal;

import ag.chart.Chart;
import ag.chart.layout.LegendEntry;
import ag.chart.layout.Tick;
import ag.chart.layout.View;
import java.util.List;

/**
 * Charts as text: curves in Braille dots, class regions as coloured ground or textures, axes with numbers, a legend.
 *
 * <p>A chart takes exactly {@code height} lines, none of them wider than {@code width} cells.
 *
 * @param width in character cells; below 20 counts as 20
 * @param height in lines; below 10 counts as 10
 * @param unicode whether the terminal shows Unicode; otherwise the chart is plain ASCII
 * @param color whether to add escape sequences for the 256-colour palette; nothing depends on colour alone
 */
public record TerminalRenderer(int width, int height, boolean unicode, boolean color) {
    /** A number so long that it would leave the curve less room is left out. */
    private static final int LEAST_COLUMNS = 10;

    public TerminalRenderer {
        width = Math.max(20, width);
        height = Math.max(10, height);
    }

    /** The lines, separated by line breaks, without one at the end. */
    public String render(Chart chart) {
        Cells cells = new Cells(width, height);
        int top = heading(chart, cells);
        int footing = chart.x().label().isBlank() ? 2 : 3;
        plot(chart, cells, top, height - top - footing);
        centered(chart.x().label(), height - 1, cells);
        return cells.text(color);
    }

    /** Title, legend and the name of the y axis; returns the first line below them. */
    private int heading(Chart chart, Cells cells) {
        int row = 0;
        if (!chart.title().isBlank()) {
            centered(chart.title(), row, cells);
            row++;
        }
        row += new TerminalLegend(LegendEntry.of(chart), this).draw(cells, row);
        if (!chart.y().label().isBlank()) {
            cells.write(0, row, text().fit(chart.y().label(), width), Cells.PLAIN);
            row++;
        }
        return row;
    }

    private void centered(String label, int row, Cells cells) {
        String fitting = text().fit(label, width);
        cells.write((width - TerminalText.width(fitting)) / 2, row, fitting, Cells.PLAIN);
    }

    private void plot(Chart chart, Cells cells, int top, int rows) {
        View view = View.of(chart);
        List<Tick> ticksY = view.y().ticks(rows, Math.max(2, rows / 2), _ -> 1, 1);
        int labels = ticksY.stream()
                .mapToInt(tick -> tick.label().length())
                .filter(length -> length <= width - LEAST_COLUMNS)
                .max()
                .orElse(0);
        Plot.Area area = new Plot.Area(labels + 1, top, width - labels - 1, rows);
        Plot plot = new Plot(chart, view, area, this);
        new TerminalAxes(plot, area, unicode).draw(view, ticksY, cells);
        plot.draw(cells);
    }

    TerminalText text() {
        return new TerminalText(unicode);
    }
}
