package ag.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.RandomChart;
import ag.chart.Range;
import ag.chart.drawing.Point;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CurvePiecesTest {
    private static final int COLUMNS = 1000;

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 61, 100, 257, 400, 401, 1000, 10_001})
    void theBranchesOfOneOverXAreNotJoined(int samples) {
        assertThat(pieces(x -> 1 / x, -3, 3, samples)).hasSize(2);
        assertThat(pieces(x -> 1 / (x - 0.123), -3, 3, samples)).hasSize(2);
        assertThat(pieces(x -> x - 1 / (x + 1), -3, 3, samples)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 61, 100, 257, 400, 401, 1000, 10_001})
    void theBranchesOfTanAreNotJoined(int samples) {
        // Poles at ±π/2 and ±3π/2 within -6..6.
        assertThat(pieces(Math::tan, -6, 6, samples)).hasSize(5);
    }

    @Test
    void aPoleBesideTheFirstSampleIsNotJoinedEither() {
        // One sample, at -0.004, lies to the left of the pole; the next is at 0.0035.
        Curve curve = Curve.of("1/x", x -> 1 / x, new Range(-0.004, 3), 401);
        Axis y = Axis.over("", new Range(-5, 5));
        View view = View.of(new Chart("", Axis.of(""), y, List.of(curve)));
        List<List<Point>> pieces = CurvePieces.of(curve, view, COLUMNS);
        assertThat(pieces).hasSize(1);
        assertThat(pieces.getFirst()).allMatch(point -> point.y() > 0.5);
    }

    @Test
    void aSampleOnThePoleItselfDoesNotJoinTheBranches() {
        // In doubles tan has no pole: next to π/2 it is of the order of 1e16, on one side or the other.
        double h = Math.PI / 100;
        double[] x = new double[101];
        Arrays.setAll(x, i -> i * h);
        double[] y = Arrays.stream(x).map(Math::tan).toArray();
        assertThat(Math.abs(y[50])).isGreaterThan(1e15);
        List<List<Point>> pieces = pieces(new Curve("tan", x, y));
        assertThat(pieces).hasSize(2);
        assertThat(pieces.getFirst()).allMatch(point -> point.x() < 0.51);
        assertThat(pieces.getLast()).allMatch(point -> point.x() > 0.49);
    }

    @Test
    void aPoleWithoutAChangeOfSignLeavesThroughTheTopOnBothSides() {
        List<List<Point>> pieces = pieces(x -> 1 / (x * x), -3, 3, 400);
        assertThat(pieces).hasSize(2);
        assertThat(pieces.getFirst().getLast().y()).isEqualTo(1, within(1e-9));
        assertThat(pieces.getLast().getFirst().y()).isEqualTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 10, 30, 50, 80, 100, 130, 157, 200, 314, 500})
    void anOscillationIsNotTakenForAPoleHoweverFewSamplesAPeriodHas(double frequency) {
        assertThat(pieces(x -> Math.sin(frequency * x), 0, 2, 401)).hasSize(1);
    }

    @Test
    void aSteepButSteadyCurveIsJoinedThroughTheWholeWindow() {
        Curve steep = Curve.of("f", x -> 1e6 * x, new Range(-1, 1), 100);
        Chart chart = new Chart("", Axis.of(""), Axis.over("", new Range(-1, 1)), List.of(steep));
        List<List<Point>> pieces = CurvePieces.of(steep, View.of(chart), COLUMNS);
        assertThat(pieces).hasSize(1);
        assertThat(pieces.getFirst().getFirst().y()).isEqualTo(0, within(1e-9));
        assertThat(pieces.getFirst().getLast().y()).isEqualTo(1, within(1e-9));
    }

    @Test
    void aStepAndAKinkAreJoined() {
        assertThat(pieces(Math::floor, 0, 5, 300)).hasSize(1);
        assertThat(pieces(Math::abs, -2, 2, 300)).hasSize(1);
        assertThat(pieces(x -> Math.max(0, x), -2, 2, 300)).hasSize(1);
    }

    @Test
    void noiseIsNotTakenForPoles() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[300_000];
        Arrays.setAll(x, i -> i);
        double[] y = Arrays.stream(x).map(_ -> random.nextDouble()).toArray();
        assertThat(pieces(new Curve("noise", x, y))).hasSize(1);
    }

    @Test
    void theLineBreaksAtWhatIsNotANumberAndKeepsALoneSample() {
        double nan = Double.NaN;
        double[] x = {0, 1, 2, 3, 4, 5, nan, 7, 8};
        double[] y = {0, 1, nan, 1, Double.POSITIVE_INFINITY, 1, 2, 0, 1};
        List<List<Point>> pieces = pieces(new Curve("f", x, y));
        assertThat(pieces).extracting(List::size).containsExactly(2, 1, 1, 2);
    }

    @Test
    void manySamplesAreReducedToWhatCanBeSeenAndKeepTheirExtremes() {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = new double[1_000_000];
        Arrays.setAll(x, i -> i);
        double[] y = Arrays.stream(x).map(_ -> random.nextDouble()).toArray();
        y[123_456] = 1.5;
        y[654_321] = -0.5;
        Curve curve = new Curve("noise", x, y);
        View view = View.of(chart(curve));
        List<List<Point>> pieces = CurvePieces.of(curve, view, 500);
        assertThat(pieces).hasSize(1);
        assertThat(pieces.getFirst()).hasSizeLessThanOrEqualTo(4 * 501);
        assertThat(pieces.getFirst()).contains(view.place(123_456, 1.5), view.place(654_321, -0.5));
    }

    @Test
    void whatIsDrawnStaysInTheWindow() {
        for (int seed = 0; seed < 500; seed++) {
            Chart chart = RandomChart.of(seed);
            View view = View.of(chart);
            for (Styled<Curve> curve : Styled.curves(chart)) {
                for (List<Point> piece : CurvePieces.of(curve.series(), view, COLUMNS)) {
                    assertThat(piece)
                            .as("seed %d", seed)
                            .isNotEmpty()
                            .allMatch(point -> Math.abs(point.x() - 0.5) < 0.5 + 1e-6)
                            .allMatch(point -> Math.abs(point.y() - 0.5) < 0.5 + 1e-6);
                }
            }
        }
    }

    private static List<List<Point>> pieces(DoubleUnaryOperator function, double low, double high, int samples) {
        return pieces(Curve.of("f", function, new Range(low, high), samples));
    }

    private static List<List<Point>> pieces(Curve curve) {
        return CurvePieces.of(curve, View.of(chart(curve)), COLUMNS);
    }

    private static Chart chart(Curve curve) {
        return new Chart("", Axis.of("x"), Axis.of("y"), List.of(curve));
    }
}
