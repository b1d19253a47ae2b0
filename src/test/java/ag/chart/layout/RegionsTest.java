package ag.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Field;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Shading;
import ag.chart.drawing.Point;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class RegionsTest {
    private static final Range SIDE = new Range(-1, 1);

    @Test
    void theRegionAboveTheLevelHasTheAreaOfTheDiskItSamples() {
        Regions regions = regions(field((x, y) -> 0.25 - x * x - y * y, 201, new Shading.Level(0)));
        // A radius of 0.5 in a square of side 2: π/16 of the window.
        assertThat(area(regions.regions().get(0))).isEqualTo(1, within(1e-12));
        assertThat(area(regions.regions().get(1))).isEqualTo(Math.PI / 16, within(1e-4));
        assertThat(length(regions.borders())).isEqualTo(Math.PI / 2, within(1e-3));
    }

    @Test
    void theBorderOfALinearFieldIsTheExactLineHoweverCoarseTheGrid() {
        Regions regions = regions(field((x, y) -> x + 0.2, 4, new Shading.Level(0)));
        assertThat(regions.borders())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .allSatisfy(point -> assertThat(point.x()).isEqualTo(0.4, within(1e-12))));
        assertThat(area(regions.regions().get(1))).isEqualTo(0.6, within(1e-12));
    }

    @Test
    void everyPlaceBelongsToAClassWhereThreeOfThemMeet() {
        Regions regions = regions(classes(
                50, (x, y) -> y < 0 ? 1 : 0, (x, y) -> y >= 0 && x < 0 ? 1 : 0, (x, y) -> y >= 0 && x >= 0 ? 1 : 0));
        assertThat(area(regions.regions().get(0))).isEqualTo(1, within(1e-12));
        assertThat(area(regions.regions().get(1))).isEqualTo(0.5, within(1e-12));
        assertThat(area(regions.regions().get(2))).isEqualTo(0.25, within(1e-3));
    }

    @Test
    void theBorderOfTwoClassesIsWhereTheirNumbersAreEqualHoweverCoarseTheGrid() {
        Regions regions = regions(classes(4, (x, y) -> -9, (x, y) -> y, (x, y) -> 2 * x + 0.4 + y));
        assertThat(regions.borders())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .allSatisfy(point -> assertThat(point.x()).isEqualTo(0.4, within(1e-12))));
        assertThat(area(regions.regions().get(1))).isEqualTo(1, within(1e-12));
        assertThat(area(regions.regions().get(2))).isEqualTo(0.6, within(1e-12));
    }

    @Test
    void theFirstOfEqualClassesHasThePlace() {
        Field equal = classes(3, (x, y) -> 7, (x, y) -> 7);
        assertThat(regions(equal).regions().get(1)).isEmpty();
        assertThat(Regions.at(equal, 0.2, 0.3)).isZero();
    }

    @Test
    void aSaddleIsDecidedByItsMiddle() {
        // Corners counterclockwise from the bottom left: high, low, high, low.
        assertThat(area(saddle(1, -1, 1, -0.5).regions().get(1))).isGreaterThan(0.5);
        assertThat(area(saddle(1, -1, 0.5, -1).regions().get(1))).isLessThan(0.5);
        // On edges of length 1, 1 to -1 crosses at 1/2 and 1/2 to -1 at 1/3: triangles of 1/8 and 1/18.
        assertThat(area(saddle(1, -1, 0.5, -1).regions().get(1))).isEqualTo(1.0 / 8 + 1.0 / 18, within(1e-12));
        assertThat(saddle(1, -1, 0.5, -1).borders()).hasSize(2);
    }

    @Test
    void whatIsNotANumberStaysBlank() {
        Field field = field((x, y) -> x < -0.5 ? Double.NaN : 1, 5, new Shading.Level(0));
        // Columns at -1, -0.5, 0, 0.5, 1: only the first cell has a NaN corner.
        assertThat(area(regions(field).regions().get(0))).isEqualTo(0.75, within(1e-12));
        assertThat(Regions.at(field, -0.9, 0)).isEqualTo(-1);
        assertThat(Regions.at(field, 0.9, 0)).isEqualTo(1);
    }

    @Test
    void aFieldLargerThanTheWindowIsCutOffAtItsEdge() {
        Field field = field((x, y) -> y, 20, new Shading.Level(0));
        Axis half = Axis.over("", new Range(-0.5, 0.5));
        Regions regions = Regions.of(field, View.of(new Chart("", half, half, List.of(field))));
        assertThat(area(regions.regions().get(0))).isEqualTo(1, within(1e-9));
        assertThat(area(regions.regions().get(1))).isEqualTo(0.5, within(1e-9));
        assertThat(length(regions.borders())).isEqualTo(1, within(1e-9));
    }

    @Test
    void theRegionAtAPlaceIsFoundBetweenTheGridsPlacesToo() {
        Field level = field((x, y) -> x - y, 3, new Shading.Level(0));
        assertThat(Regions.at(level, 0.3, 0.2)).isEqualTo(1);
        assertThat(Regions.at(level, 0.2, 0.3)).isZero();
        assertThat(Regions.at(level, 1.1, 0)).isEqualTo(-1);
        Field classes = classes(3, (x, y) -> x > 0 ? 0 : 1, (x, y) -> 0, (x, y) -> x > 0 ? 1 : 0);
        assertThat(Regions.at(classes, 0.6, 0)).isEqualTo(2);
        assertThat(Regions.at(classes, 0.4, 0)).isZero();
    }

    private static Regions saddle(double bottomLeft, double bottomRight, double topRight, double topLeft) {
        Samples grid = Samples.of(bottomLeft, bottomRight, topLeft, topRight);
        return regions(new Field("", grid, 2, 2, SIDE, SIDE, new Shading.Level(0)));
    }

    private static Field classes(int size, DoubleBinaryOperator... numbers) {
        List<String> names = Arrays.stream(numbers).map(_ -> "class").toList();
        return field(size, new Shading.Classes(names), numbers);
    }

    private static Field field(DoubleBinaryOperator function, int size, Shading shading) {
        return field(size, shading, function);
    }

    private static Field field(int size, Shading shading, DoubleBinaryOperator... numbers) {
        DoubleStream.Builder grid = DoubleStream.builder();
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                for (DoubleBinaryOperator number : numbers) {
                    grid.add(number.applyAsDouble(-1 + 2.0 * column / (size - 1), -1 + 2.0 * row / (size - 1)));
                }
            }
        }
        return new Field("", Samples.of(grid.build().toArray()), size, size, SIDE, SIDE, shading);
    }

    private static Regions regions(Field field) {
        return Regions.of(field, View.of(new Chart("", Axis.of(""), Axis.of(""), List.of(field))));
    }

    /** By the shoelace formula. */
    private static double area(List<List<Point>> polygons) {
        double twice = 0;
        for (List<Point> polygon : polygons) {
            for (int i = 0; i < polygon.size(); i++) {
                Point here = polygon.get(i);
                Point next = polygon.get((i + 1) % polygon.size());
                twice += here.x() * next.y() - next.x() * here.y();
            }
        }
        return twice / 2;
    }

    private static double length(List<List<Point>> lines) {
        return lines.stream()
                .mapToDouble(line -> Math.hypot(
                        line.getLast().x() - line.getFirst().x(),
                        line.getLast().y() - line.getFirst().y()))
                .sum();
    }
}
