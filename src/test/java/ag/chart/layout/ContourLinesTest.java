package ag.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.chart.Axis;
import ag.chart.Band;
import ag.chart.Chart;
import ag.chart.Contours;
import ag.chart.Curve;
import ag.chart.Extremes;
import ag.chart.Field;
import ag.chart.FunctionSampler;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Series;
import ag.chart.Shading;
import ag.chart.drawing.Point;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Lines and areas beside their formulas: the circle, the area 9/2 between x² and x + 2. */
final class ContourLinesTest {
    private static final Range SIDE = new Range(-2, 2);

    @Test
    void aCircleIsOneClosedLineOfItsLength() {
        Contours circle = contours((x, y) -> x * x + y * y, Contours.Region.NONE, 1.0);
        ContourLines lines = ContourLines.of(circle, view(circle));
        assertThat(lines.lines()).hasSize(1);
        List<Point> line = lines.lines().getFirst();
        assertThat(distance(line.getFirst(), line.getLast())).isLessThan(1e-9);
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            length += 4 * distance(line.get(i - 1), line.get(i));
        }
        assertThat(length).isEqualTo(2 * Math.PI, within(2e-3));
        assertThat(line)
                .allSatisfy(point ->
                        assertThat(distance(point, new Point(0.5, 0.5))).isEqualTo(0.25, within(2e-4)));
    }

    @Test
    void theExtremesOfACircleAreItsRadius() {
        Extremes box = Extremes.of(field((x, y) -> x * x + y * y), 1).orElseThrow();
        assertThat(new double[] {box.left(), box.right(), box.bottom(), box.top()})
                .containsExactly(new double[] {-1, 1, -1, 1}, within(1e-3));
        assertThat(Extremes.of(field((x, y) -> x * x + y * y), 9)).isEmpty();
    }

    @Test
    void aMapHasANumberOnEachLine() {
        Contours map = contours((x, y) -> x * x + y * y, Contours.Region.NONE, 0.5, 1.0, 2.0);
        ContourLines lines = ContourLines.of(map, view(map));
        assertThat(lines.labels()).map(ContourLines.Label::text).containsExactly("0.5", "1", "2");
        assertThat(lines.areas()).isEmpty();
    }

    @Test
    void aRegionCoversItsArea() {
        Contours disc = contours((x, y) -> 1 - x * x - y * y, Contours.Region.OPEN, 0.0);
        assertThat(16 * areaOf(ContourLines.of(disc, view(disc)).areas())).isEqualTo(Math.PI, within(2e-3));
    }

    @Test
    void anAreaBetweenCurvesThatCrossIsThatOfBothSides() {
        Curve difference = FunctionSampler.of("", x -> x + 2 - x * x, new Range(-2, 2), 401);
        double[] x = difference.x().stream().toArray();
        double[] low = difference.x().stream().map(v -> v * v).toArray();
        double[] high = difference.x().stream().map(v -> v + 2).toArray();
        Band band = new Band("", Samples.of(x), Samples.of(low), Samples.of(high));
        Chart chart = new Chart("", Axis.of(""), Axis.over("", new Range(-1, 5)), List.of(band));
        // From -2 to -1 the integral of x² - x - 2 is 11/6, from -1 to 2 that of x + 2 - x² is 9/2.
        assertThat(24 * areaOf(BandPieces.of(band, View.of(chart)))).isEqualTo(11.0 / 6 + 9.0 / 2, within(1e-3));
    }

    private static double areaOf(List<List<Point>> polygons) {
        double area = 0;
        for (List<Point> polygon : polygons) {
            double twice = 0;
            for (int i = 0; i < polygon.size(); i++) {
                Point here = polygon.get(i);
                Point next = polygon.get((i + 1) % polygon.size());
                twice += here.x() * next.y() - next.x() * here.y();
            }
            area += Math.abs(twice) / 2;
        }
        return area;
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static View view(Series series) {
        return View.of(new Chart("", Axis.of(""), Axis.of(""), List.of(series)));
    }

    private static Contours contours(DoubleBinaryOperator height, Contours.Region region, Double... levels) {
        return new Contours("c", field(height), List.of(levels), region, List.of(), List.of());
    }

    private static Field field(DoubleBinaryOperator height) {
        int size = 101;
        double[] grid = new double[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                grid[row * size + column] = height.applyAsDouble(-2 + 0.04 * column, -2 + 0.04 * row);
            }
        }
        return new Field("", Samples.of(grid), size, size, SIDE, SIDE, new Shading.Level(0));
    }
}
