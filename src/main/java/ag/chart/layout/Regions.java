package ag.chart.layout;

import ag.chart.Field;
import ag.chart.Range;
import ag.chart.Shading;
import ag.chart.drawing.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A field as regions to fill in order, each over the ones before it, and the borders to draw between them.
 *
 * <p>Region 0 is everywhere; region k is where the number is at or above the level, or the class is k or higher. So
 * however many classes meet, no gap opens between them.
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
        for (DoubleUnaryOperator height : heights(field.shading())) {
            Contour contour = new Contour(field, height, x, y);
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
        double value = switch (field.shading()) {
            case Shading.Classes _ -> field.at((int) Math.round(column), (int) Math.round(row));
            case Shading.Level _ -> interpolate(field, column, row);
        };
        if (Double.isNaN(value)) {
            return -1;
        }
        List<DoubleUnaryOperator> heights = heights(field.shading());
        return (int) heights.stream()
                        .filter(height -> height.applyAsDouble(value) >= 0)
                        .count()
                - 1;
    }

    /** For each region a function that is at or above 0 where the region is. */
    private static List<DoubleUnaryOperator> heights(Shading shading) {
        DoubleUnaryOperator everywhere = value -> Double.isNaN(value) ? value : 1;
        return switch (shading) {
            case Shading.Level(double level) -> List.of(everywhere, value -> value - level);
            case Shading.Classes(List<String> names) ->
                IntStream.range(0, names.size())
                        .<DoubleUnaryOperator>mapToObj(k -> value -> indicator(value, k))
                        .toList();
        };
    }

    /** The same size on both sides, so that borders run half way between neighbours whatever their classes. */
    private static double indicator(double value, int least) {
        if (Double.isNaN(value)) {
            return value;
        }
        return least == 0 || value >= least ? 1 : -1;
    }

    private static double interpolate(Field field, double column, double row) {
        int left = (int) Math.min(column, field.columns() - 2);
        int bottom = (int) Math.min(row, field.rows() - 2);
        double across = column - left;
        double up = row - bottom;
        double low = field.at(left, bottom) * (1 - across) + field.at(left + 1, bottom) * across;
        double high = field.at(left, bottom + 1) * (1 - across) + field.at(left + 1, bottom + 1) * across;
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
