package ag.chart.layout;

import ag.chart.Field;
import ag.chart.Range;
import ag.chart.drawing.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A field as regions to fill in order, each over the ones before it, and the borders to draw between them.
 *
 * <p>Region 0 is everywhere; region k is where the field lies in region k or one after it.
 *
 * @param regions outlines of each region, by its number
 * @param borders pieces of the lines where regions meet
 */
public record Regions(List<List<List<Point>>> regions, List<List<Point>> borders) {

    /** The regions of a field, cut off at the window's edge. */
    public static Regions of(Field field, View view) {
        double[] x = IntStream.range(0, field.columns())
                .mapToDouble(i -> view.x().position(gridX(field, i)))
                .toArray();
        double[] y = IntStream.range(0, field.rows())
                .mapToDouble(j -> view.y().position(gridY(field, j)))
                .toArray();
        List<List<List<Point>>> regions = new ArrayList<>();
        List<List<Point>> borders = new ArrayList<>();
        for (int region = 0; region < field.shading().regions(); region++) {
            Contour contour = new Contour(field, region, x, y);
            regions.add(contour.areas());
            borders.addAll(contour.lines());
        }
        return new Regions(regions, borders);
    }

    /** The number of the region at a place given in the data's numbers; -1 outside the field and where it is NaN. */
    public static int at(Field field, double x, double y) {
        double column = (x - field.xRange().low()) / field.xRange().width() * (field.columns() - 1);
        double row = (y - field.yRange().low()) / field.yRange().width() * (field.rows() - 1);
        if (!(column >= 0 && column <= field.columns() - 1 && row >= 0 && row <= field.rows() - 1)) {
            return -1;
        }
        if (Double.isNaN(interpolate(field, 0, column, row))) {
            return -1;
        }
        return (int) IntStream.range(0, field.shading().regions())
                        .filter(region -> interpolate(field, region, column, row) >= 0)
                        .count()
                - 1;
    }

    private static double interpolate(Field field, int region, double column, double row) {
        int left = (int) Math.min(column, field.columns() - 2);
        int bottom = (int) Math.min(row, field.rows() - 2);
        double across = column - left;
        double up = row - bottom;
        double low =
                field.height(region, left, bottom) * (1 - across) + field.height(region, left + 1, bottom) * across;
        double high = field.height(region, left, bottom + 1) * (1 - across)
                + field.height(region, left + 1, bottom + 1) * across;
        return low * (1 - up) + high * up;
    }

    private static double gridX(Field field, int column) {
        return at(field.xRange(), (double) column / (field.columns() - 1));
    }

    private static double gridY(Field field, int row) {
        return at(field.yRange(), (double) row / (field.rows() - 1));
    }

    private static double at(Range range, double t) {
        return range.low() * (1 - t) + range.high() * t;
    }
}
