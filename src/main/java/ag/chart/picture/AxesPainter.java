package ag.chart.picture;

import ag.chart.drawing.Color;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Anchor;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Element.Rectangle;
import ag.chart.drawing.Element.Text;
import ag.chart.drawing.Paint;
import ag.chart.drawing.Point;
import ag.chart.drawing.Stroke;
import ag.chart.layout.AxisView;
import ag.chart.layout.Tick;
import ag.chart.layout.View;
import java.util.ArrayList;
import java.util.List;

/** Draws what surrounds the series: grid lines under them; frame, tick marks and tick labels over them. */
final class AxesPainter {
    static final double TICK_SIZE = 11;
    static final double TICK_LENGTH = 4;
    private static final double TICK_GAP = 4;

    private final View view;
    private final PlotFrame frame;
    private final List<Tick> ticksX;
    private final List<Tick> ticksY;

    AxesPainter(View view, PlotFrame frame, List<Tick> ticksX, List<Tick> ticksY) {
        this.view = view;
        this.frame = frame;
        this.ticksX = ticksX;
        this.ticksY = ticksY;
    }

    /** How much room a tick mark and its label take beside the window, in pixels. */
    static double outside(double label) {
        return TICK_LENGTH + TICK_GAP + label;
    }

    List<Element> under() {
        List<List<Point>> grid = new ArrayList<>();
        ticksX.forEach(tick -> grid.add(vertical(tick.value())));
        ticksY.forEach(tick -> grid.add(horizontal(tick.value())));
        List<List<Point>> zeros = new ArrayList<>();
        if (crossesZero(view.x())) {
            zeros.add(vertical(0));
        }
        if (crossesZero(view.y())) {
            zeros.add(horizontal(0));
        }
        List<Element> elements = new ArrayList<>();
        addLines(elements, grid, Palette.GRID);
        addLines(elements, zeros, Palette.ZERO);
        return elements;
    }

    List<Element> over() {
        List<Element> elements = new ArrayList<>();
        elements.add(new Rectangle(
                frame.left(),
                frame.top(),
                frame.width(),
                frame.height(),
                0,
                Paint.outlined(Stroke.solid(Palette.FRAME, 1))));
        List<List<Point>> marks = new ArrayList<>();
        for (Tick tick : ticksX) {
            Point foot = frame.at(view.x().position(tick.value()), 0);
            marks.add(List.of(foot, new Point(foot.x(), foot.y() + TICK_LENGTH)));
            Point base = new Point(foot.x(), foot.y() + TICK_LENGTH + TICK_GAP + 0.76 * TICK_SIZE);
            elements.add(new Text(base, tick.label(), TICK_SIZE, Anchor.MIDDLE, Palette.TEXT));
        }
        for (Tick tick : ticksY) {
            Point foot = frame.at(0, view.y().position(tick.value()));
            marks.add(List.of(foot, new Point(foot.x() - TICK_LENGTH, foot.y())));
            Point base = new Point(foot.x() - TICK_LENGTH - TICK_GAP, foot.y() + 0.36 * TICK_SIZE);
            elements.add(new Text(base, tick.label(), TICK_SIZE, Anchor.END, Palette.TEXT));
        }
        addLines(elements, marks, Palette.FRAME);
        return elements;
    }

    private static boolean crossesZero(AxisView axis) {
        return !axis.logarithmic() && axis.range().low() < 0 && axis.range().high() > 0;
    }

    private List<Point> vertical(double value) {
        double x = view.x().position(value);
        return List.of(frame.at(x, 0), frame.at(x, 1));
    }

    private List<Point> horizontal(double value) {
        double y = view.y().position(value);
        return List.of(frame.at(0, y), frame.at(1, y));
    }

    private static void addLines(List<Element> elements, List<List<Point>> lines, Color color) {
        if (!lines.isEmpty()) {
            elements.add(new Lines(lines, Stroke.solid(color, 1)));
        }
    }
}
