package ag.chart.terminal;

import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.Field;
import ag.chart.Points;
import ag.chart.Series;
import ag.chart.drawing.Point;
import ag.chart.layout.AxisView;
import ag.chart.layout.CurvePieces;
import ag.chart.layout.Regions;
import ag.chart.layout.Styled;
import ag.chart.layout.View;
import ag.chart.terminal.DotLayer.Pen;
import java.util.List;

/** The window of a chart in cells: fields below, curves over them, points on top. */
final class Plot {
    private final Chart chart;
    private final View view;
    private final Area area;
    private final boolean unicode;
    private final Ground ground;
    private final boolean hasField;
    private final DotLayer dots;

    /** The cells of the window. */
    record Area(int left, int top, int columns, int rows) {}

    Plot(Chart chart, View view, Area area, TerminalRenderer terminal) {
        this.chart = chart;
        this.view = view;
        this.area = area;
        this.unicode = terminal.unicode();
        this.ground = new Ground(terminal.unicode(), terminal.color());
        this.hasField = chart.series().stream().anyMatch(Field.class::isInstance);
        this.dots = new DotLayer(area.columns(), area.rows(), unicode);
    }

    void draw(Cells cells) {
        if (!hasField) {
            zeroLines(cells);
        }
        for (Series series : chart.series()) {
            if (series instanceof Field field) {
                ground(field, cells);
                border(field);
            }
        }
        Styled.curves(chart).forEach(this::curve);
        dots.stamp(cells, area.left(), area.top());
        int markers = Styled.points(chart).stream()
                .mapToInt(points -> points(points, cells))
                .sum();
        if (!hasField && dots.isEmpty() && markers == 0) {
            String remark = "nothing to draw";
            int middle = area.left() + (area.columns() - remark.length()) / 2;
            cells.write(Math.max(area.left(), middle), area.top() + area.rows() / 2, remark, Cells.PLAIN);
        }
    }

    int column(double x) {
        return area.left() + dots.column(view.x().position(x));
    }

    int row(double y) {
        return area.top() + dots.row(view.y().position(y));
    }

    private void zeroLines(Cells cells) {
        if (crossesZero(view.y())) {
            for (int column = 0; column < area.columns(); column++) {
                cells.put(area.left() + column, row(0), unicode ? "┄" : "-", TerminalPalette.FAINT);
            }
        }
        if (crossesZero(view.x())) {
            for (int row = 0; row < area.rows(); row++) {
                cells.put(column(0), area.top() + row, unicode ? "┆" : "|", TerminalPalette.FAINT);
            }
        }
    }

    private static boolean crossesZero(AxisView axis) {
        return !axis.logarithmic() && axis.range().low() < 0 && axis.range().high() > 0;
    }

    /** Each cell takes the region at its middle. */
    private void ground(Field field, Cells cells) {
        for (int row = 0; row < area.rows(); row++) {
            double y = view.y().value(1 - (row + 0.5) / area.rows());
            for (int column = 0; column < area.columns(); column++) {
                double x = view.x().value((column + 0.5) / area.columns());
                int region = Regions.at(field, x, y);
                if (region >= 0) {
                    ground.put(region, area.left() + column, area.top() + row, cells);
                }
            }
        }
    }

    private void border(Field field) {
        if (unicode) {
            Pen pen = new Pen(TerminalPalette.BORDER, "", TerminalPalette.dashes(0));
            Regions.of(field, view).borders().forEach(line -> dots.draw(line, pen));
        }
    }

    private void curve(Styled<Curve> curve) {
        Pen pen = new Pen(
                ink(curve.color()), TerminalPalette.letter(curve.dashes()), TerminalPalette.dashes(curve.dashes()));
        for (List<Point> line : CurvePieces.of(curve.series(), view, dots.dotsAcross())) {
            dots.draw(line, pen);
        }
    }

    /** Draws the markers and returns how many there are in the window. */
    private int points(Styled<Points> styled, Cells cells) {
        Points points = styled.series();
        String marker = TerminalPalette.marker(points.marker(), unicode);
        int drawn = 0;
        for (int i = 0; i < points.x().size(); i++) {
            Point place = view.place(points.x().at(i), points.y().at(i));
            if (View.isInside(place)) {
                int column = area.left() + dots.column(place.x());
                cells.put(column, area.top() + dots.row(place.y()), marker, ink(styled.color()));
                drawn++;
            }
        }
        return drawn;
    }

    private int ink(int number) {
        return hasField ? TerminalPalette.deep(number) : TerminalPalette.color(number);
    }
}
