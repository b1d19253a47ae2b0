package ag.chart.picture;

import ag.chart.Chart;
import ag.chart.ChartSummary;
import ag.chart.drawing.Drawing;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Anchor;
import ag.chart.drawing.Element.Text;
import ag.chart.drawing.Point;
import ag.chart.drawing.Typeface;
import ag.chart.layout.LegendEntry;
import ag.chart.layout.Tick;
import ag.chart.layout.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a chart: from the top its title, the legend, the name of the y axis and the window, below it the name of the x
 * axis. Text never covers the window, and what is too long for the picture is shortened with "…".
 */
public final class ChartPicture {
    static final double LINE = 1.9;
    static final double BORDER = 1.2;

    private static final double MARGIN = 12;
    private static final double TITLE_SIZE = 15;
    private static final double TITLE_ROW = 26;
    private static final double LABEL_SIZE = 12;
    private static final double LABEL_ROW = 18;
    /** Room for each tick, so that they stay few. */
    private static final double TICK_SPACING_X = 60;

    private static final double TICK_SPACING_Y = 36;

    private final Chart chart;
    private final View view;
    private final double width;
    private final double height;
    private final Typeface typeface;
    private final List<Element> elements = new ArrayList<>();

    private ChartPicture(Chart chart, double width, double height, Typeface typeface) {
        this.chart = chart;
        this.view = View.of(chart);
        this.width = width;
        this.height = height;
        this.typeface = typeface;
    }

    /** The chart in a picture of this size in pixels. */
    public static Drawing draw(Chart chart, PictureSize size, Typeface typeface) {
        ChartPicture picture = new ChartPicture(chart, size.width(), size.height(), typeface);
        picture.draw();
        String title = chart.title().isBlank() ? "Chart" : chart.title();
        return new Drawing(size.width(), size.height(), title, ChartSummary.of(chart), picture.elements);
    }

    private void draw() {
        double top = heading();
        double bottom = footing();

        int mostY = Math.max(2, (int) ((bottom - top) / TICK_SPACING_Y));
        List<Tick> ticksY = view.y().ticks(bottom - top, mostY, _ -> AxesPainter.TICK_SIZE, 6);
        double left = MARGIN + AxesPainter.outside(widest(ticksY));
        // Half of the last label may stick out to the right of the window.
        double right = MARGIN + widest(ticksX(width - left - MARGIN)) / 2;
        PlotFrame frame = new PlotFrame(left, top, width - left - right, bottom - top);

        AxesPainter axes = new AxesPainter(view, frame, ticksX(frame.width()), ticksY);
        List<Element> series = new SeriesPainter(view, frame).draw(chart);
        elements.addAll(axes.under());
        elements.addAll(series);
        elements.addAll(axes.over());
        if (series.isEmpty()) {
            elements.add(new Text(frame.at(0.5, 0.5), "nothing to draw", LABEL_SIZE, Anchor.MIDDLE, Palette.TEXT));
        }
    }

    /** Draws what stands above the window, and returns where the window may begin. */
    private double heading() {
        double y = MARGIN;
        if (!chart.title().isBlank()) {
            text(chart.title(), width / 2, y + TITLE_SIZE, TITLE_SIZE, Anchor.MIDDLE);
            y += TITLE_ROW;
        }
        int rowLimit = Math.max(1, (int) (height / 120));
        LegendBlock legend = new LegendBlock(LegendEntry.of(chart), width - 2 * MARGIN, rowLimit, typeface);
        elements.addAll(legend.draw(MARGIN, y));
        y += legend.height();
        if (!chart.y().label().isBlank()) {
            text(chart.y().label(), MARGIN, y + LABEL_SIZE, LABEL_SIZE, Anchor.START);
            y += LABEL_ROW;
        }
        return y + AxesPainter.TICK_SIZE / 2;
    }

    /** Draws the name of the x axis, and returns where the window must end. */
    private double footing() {
        double y = height - MARGIN;
        if (!chart.x().label().isBlank()) {
            text(chart.x().label(), width / 2, y - 1, LABEL_SIZE, Anchor.MIDDLE);
            y -= LABEL_ROW;
        }
        return y - AxesPainter.outside(AxesPainter.TICK_SIZE);
    }

    private void text(String text, double x, double baseline, double size, Anchor anchor) {
        String fitting = typeface.shorten(text, size, width - 2 * MARGIN);
        elements.add(new Text(new Point(x, baseline), fitting, size, anchor, Palette.TEXT));
    }

    private List<Tick> ticksX(double length) {
        int most = Math.max(2, (int) (length / TICK_SPACING_X));
        return view.x().ticks(length, most, this::tickWidth, 14);
    }

    private double widest(List<Tick> ticks) {
        return ticks.stream().mapToDouble(tick -> tickWidth(tick.label())).max().orElse(0);
    }

    private double tickWidth(String label) {
        return typeface.width(label, AxesPainter.TICK_SIZE);
    }
}
