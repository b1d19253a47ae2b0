package ag.chart.terminal;

import ag.chart.Band;
import ag.chart.Chart;
import ag.chart.Contours;
import ag.chart.Curve;
import ag.chart.Field;
import ag.chart.Points;
import ag.chart.Series;
import ag.chart.drawing.Point;
import ag.chart.layout.AxisView;
import ag.chart.layout.BandPieces;
import ag.chart.layout.ContourLines;
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
        for (Styled<Band> band : Styled.bands(chart)) {
            band(band.series(), band.color(), cells);
        }
        for (Styled<Contours> contours : Styled.contours(chart)) {
            contours(contours, cells);
        }
        Styled.curves(chart).forEach(this::curve);
        dots.stamp(cells, area.left(), area.top());
        for (Styled<Contours> contours : Styled.contours(chart)) {
            numbers(contours.series(), cells);
        }
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

    /** The cells whose middle lies between the borders. */
    private void band(Band band, int color, Cells cells) {
        for (List<Point> piece : BandPieces.of(band, view)) {
            double left = piece.stream().mapToDouble(Point::x).min().orElse(0);
            double right = piece.stream().mapToDouble(Point::x).max().orElse(0);
            double low = piece.stream().mapToDouble(Point::y).min().orElse(0);
            double high = piece.stream().mapToDouble(Point::y).max().orElse(0);
            for (int column = dots.column(left); column <= dots.column(right); column++) {
                for (int row = 0; row < area.rows(); row++) {
                    double middle = 1 - (row + 0.5) / area.rows();
                    if (middle >= low && middle <= high) {
                        ground.put(color, area.left() + column, area.top() + row, cells);
                    }
                }
            }
        }
    }

    private void contours(Styled<Contours> styled, Cells cells) {
        Contours contours = styled.series();
        if (contours.region() != Contours.Region.NONE) {
            region(contours, styled.color(), cells);
        }
        int dashes = contours.region() == Contours.Region.OPEN ? 1 : contours.isMap() ? 0 : styled.dashes();
        Pen pen = new Pen(ink(styled.color()), TerminalPalette.letter(styled.dashes()), TerminalPalette.dashes(dashes));
        ContourLines.of(contours, view).lines().forEach(line -> dots.draw(line, pen));
    }

    private void region(Contours contours, int color, Cells cells) {
        for (int row = 0; row < area.rows(); row++) {
            double y = view.y().value(1 - (row + 0.5) / area.rows());
            for (int column = 0; column < area.columns(); column++) {
                double x = view.x().value((column + 0.5) / area.columns());
                if (Regions.at(contours.field(), x, y) == 1) {
                    ground.put(color, area.left() + column, area.top() + row, cells);
                }
            }
        }
    }

    /** What the lines of a map are worth, and which way the arrows point. */
    private void numbers(Contours contours, Cells cells) {
        for (Contours.Arrow arrow : contours.arrows()) {
            Point from = view.place(arrow.x(), arrow.y());
            Point to = view.place(arrow.x() + arrow.dx(), arrow.y() + arrow.dy());
            if (View.isInside(from) && View.isInside(to)) {
                double across = (to.x() - from.x()) * area.columns();
                double up = 2 * (to.y() - from.y()) * area.rows();
                cells.put(
                        area.left() + dots.column(from.x()),
                        area.top() + dots.row(from.y()),
                        TerminalPalette.arrow(across, up, unicode),
                        Cells.PLAIN);
            }
        }
        for (ContourLines.Label label : ContourLines.of(contours, view).labels()) {
            int length = label.text().length();
            int column = Math.clamp(dots.column(label.at().x()) - length / 2, 0, area.columns() - length);
            cells.write(area.left() + column, area.top() + dots.row(label.at().y()), label.text(), Cells.PLAIN);
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
