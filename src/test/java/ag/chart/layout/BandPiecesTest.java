package ag.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.chart.Axis;
import ag.chart.Band;
import ag.chart.Chart;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.drawing.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pieces of an area between two curves are as large as what lies between them, also where the curves cross. */
final class BandPiecesTest {
    @ParameterizedTest
    @CsvSource({
        // low at both places, high at both places
        "0, 1, 1, 3",
        "0, 3, 1, 1",
        "0, 2, 3, 0",
        "1, 3, 2, -2",
        "-1, 1, 0, 0.5",
        "2, 2, 2, 4",
        "0, 1, 2, 1",
        "3, 0, -1, 1",
    })
    void haveTheSizeBetweenTheBorders(double low0, double low1, double high0, double high1) {
        Band band = new Band("b", samples(-1, 1), samples(low0, low1), samples(high0, high1));
        View view = View.of(
                new Chart("", Axis.over("x", new Range(-1, 1)), Axis.over("y", new Range(-4, 4)), List.of(band)));
        double here = high0 - low0;
        double there = high1 - low1;
        // The window is 2 wide and 8 high.
        double expected = here * there >= 0
                ? Math.abs(here + there) / 2 / 8
                : (here * here + there * there) / 2 / (Math.abs(here) + Math.abs(there)) / 8;
        assertThat(BandPieces.of(band, view).stream()
                        .mapToDouble(BandPiecesTest::area)
                        .sum())
                .isCloseTo(expected, within(1e-12));
    }

    private static Samples samples(double... values) {
        return Samples.of(values);
    }

    private static double area(List<Point> corners) {
        return Math.abs(IntStream.range(0, corners.size())
                        .mapToDouble(i -> {
                            Point a = corners.get(i);
                            Point b = corners.get((i + 1) % corners.size());
                            return a.x() * b.y() - b.x() * a.y();
                        })
                        .sum())
                / 2;
    }
}
