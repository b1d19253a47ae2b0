package ag.chart.layout;

import ag.chart.Field;
import ag.chart.drawing.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a height over a field's grid is at or above 0, found cell by cell with marching squares (the plane version of
 * Lorensen and Cline, 1987). A saddle is decided by the mean of its corners. A cell with a NaN corner stays blank.
 */
final class Contour {
    private final double[] x;
    private final double[] y;
    private final double[][] heights;
    private final List<List<Point>> areas = new ArrayList<>();
    private final List<List<Point>> lines = new ArrayList<>();

    /**
     * @param region whose heights they are
     * @param x where the grid's columns stand in the window
     * @param y where its rows stand
     */
    Contour(Field field, int region, double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.heights = new double[y.length][x.length];
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                // NaN + 0 is NaN: a place that is nowhere in the window, as on a logarithmic axis, is blank too.
                heights[row][column] = field.height(region, column, row) + 0 * (x[column] + y[row]);
            }
        }
        for (int row = 0; row + 1 < y.length; row++) {
            march(row);
        }
    }

    /** Polygons that together cover the places at or above 0. */
    List<List<Point>> areas() {
        return areas;
    }

    /** Short pieces of the line between above and below. */
    List<List<Point>> lines() {
        return lines;
    }

    private void march(int row) {
        int runStart = 0;
        for (int column = 0; column + 1 < x.length; column++) {
            if (isInside(column, row)) {
                continue;
            }
            addRun(runStart, column, row);
            runStart = column + 1;
            if (isOutside(column, row)) {
                continue;
            }
            ContourCell cell = cell(column, row);
            cell.areas().forEach(this::addArea);
            for (Clip.Segment border : cell.borders()) {
                Clip.segment(border.from(), border.to())
                        .ifPresent(visible -> lines.add(List.of(visible.from(), visible.to())));
            }
        }
        addRun(runStart, x.length - 1, row);
    }

    private boolean isInside(int column, int row) {
        return heights[row][column] >= 0
                && heights[row][column + 1] >= 0
                && heights[row + 1][column] >= 0
                && heights[row + 1][column + 1] >= 0;
    }

    private boolean isOutside(int column, int row) {
        return heights[row][column] < 0
                && heights[row][column + 1] < 0
                && heights[row + 1][column] < 0
                && heights[row + 1][column + 1] < 0;
    }

    /** Cells that lie inside side by side make one rectangle. */
    private void addRun(int fromColumn, int toColumn, int row) {
        if (fromColumn < toColumn) {
            double left = x[fromColumn];
            double right = x[toColumn];
            addArea(List.of(
                    new Point(left, y[row]),
                    new Point(right, y[row]),
                    new Point(right, y[row + 1]),
                    new Point(left, y[row + 1])));
        }
    }

    private void addArea(List<Point> polygon) {
        List<Point> visible = Clip.polygon(polygon);
        if (visible.size() >= 3) {
            areas.add(visible);
        }
    }

    private ContourCell cell(int column, int row) {
        Point[] corners = {
            new Point(x[column], y[row]),
            new Point(x[column + 1], y[row]),
            new Point(x[column + 1], y[row + 1]),
            new Point(x[column], y[row + 1])
        };
        double[] cornerHeights = {
            heights[row][column], heights[row][column + 1], heights[row + 1][column + 1], heights[row + 1][column]
        };
        return new ContourCell(corners, cornerHeights);
    }
}
