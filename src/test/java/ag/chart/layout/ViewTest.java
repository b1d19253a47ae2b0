package ag.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.Extent;
import ag.chart.Marker;
import ag.chart.Points;
import ag.chart.RandomChart;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Scale;
import ag.chart.Series;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ViewTest {

    @Test
    void aCurveFillsTheWindowFromSideToSideAndAlmostFromTopToBottom() {
        View view = view(curve(Math::sin, -4, 4));
        assertThat(view.x().range()).isEqualTo(new Range(-4, 4));
        assertThat(view.y().range().low()).isEqualTo(-1.1, within(1e-3));
        assertThat(view.y().range().high()).isEqualTo(1.1, within(1e-3));
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void theScaleThatWasAskedForIsTakenHoweverFewDecadesThereAre(Scale scale) {
        for (double high : new double[] {1.5, 1e9}) {
            for (Extent extent : List.of(new Extent.Automatic(), new Extent.Fixed(new Range(1, high)))) {
                Curve curve = Curve.of("c", x -> x, new Range(1, high), 400);
                Axis y = new Axis("y", extent, scale);
                boolean logarithmic = View.of(new Chart("", Axis.of("x"), y, List.of(curve)))
                        .y()
                        .logarithmic();
                assertThat(logarithmic)
                        .isEqualTo(
                                switch (scale) {
                                    case LINEAR -> false;
                                    case LOGARITHMIC -> true;
                                    case AUTOMATIC -> high > 1e6;
                                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 101, 400, 401, 2000, 100_000})
    void thePolesOfTanDoNotPressItFlatHoweverItIsSampled(int samples) {
        Range range = View.of(chart(Curve.of("tan", Math::tan, new Range(-3, 3), samples)))
                .y()
                .range();
        // The 25th and 75th percentile of tan over a period are ∓tan(π/4) = ∓1; twice the width between is 4.
        assertThat(range.low()).isBetween(-8.0, -5.0);
        assertThat(range.high()).isBetween(5.0, 8.0);
    }

    @Test
    void onlyTheSideOfThePoleIsCut() {
        Range range = view(curve(x -> 1 / (x * x), -3, 3)).y().range();
        assertThat(range.low()).isBetween(-1.0, 1.0 / 9);
        // The middle half of 1/x² on -3..3 is 1/2.25² to 1/0.75² = 1.78; twice its width above is 4.9.
        assertThat(range.high()).isBetween(4.5, 5.5);
    }

    @Test
    void aPoleAtTheEdgeOfTheRangeIsCutToo() {
        // At 0 the value is infinite.
        assertThat(view(curve(x -> 1 / x, 0, 5)).y().range().high()).isBetween(1.0, 10.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 10, 30})
    void aCurveThatOnlyGrowsFastIsShownWhole(double reach) {
        assertThat(view(curve(Math::exp, -reach, reach)).y().range().high()).isGreaterThanOrEqualTo(Math.exp(reach));
    }

    @Test
    void anAxisThatShowsEverythingKeepsThePole() {
        Chart chart = new Chart(
                "", Axis.of("x"), Axis.of("y").withExtent(new Extent.Everything()), List.of(curve(Math::tan, -3, 3)));
        assertThat(View.of(chart).y().range().high()).isGreaterThan(66);
    }

    @Test
    void aLossWithSpikesIsShownWholeOnALogarithmicAxis() {
        double[] epochs = {0, 1, 2, 3, 4};
        double[] losses = {1000, 10, 500, 0.1, 0.01};
        Axis y = Axis.of("loss").withExtent(new Extent.Everything()).withScale(Scale.AUTOMATIC);
        AxisView view = View.of(new Chart("", Axis.of("epoch"), y, List.of(new Curve("loss", epochs, losses))))
                .y();
        assertThat(view.logarithmic()).isTrue();
        assertThat(view.range().low()).isBetween(0.001, 0.01);
        assertThat(view.range().high()).isBetween(1000.0, 10_000.0);
        // Between 0.01 and 1000, five decades apart, with 5 % around them on both sides.
        assertThat(view.position(1)).isEqualTo((0.05 * 5 + 2) / 5.5, within(1e-9));
    }

    @Test
    void anAutomaticScaleStaysLinearBelowThreeDecadesAndWhereAnythingIsNotAboveZero() {
        assertThat(scaled(1, 999).logarithmic()).isFalse();
        assertThat(scaled(1, 1000).logarithmic()).isTrue();
        assertThat(scaled(0, 1000).logarithmic()).isFalse();
    }

    @Test
    void numbersAtOrBelowZeroHaveNoPlaceOnALogarithmicAxis() {
        AxisView axis = new AxisView(new Range(1, 100), true);
        assertThat(axis.position(10)).isEqualTo(0.5, within(1e-12));
        assertThat(axis.position(0)).isNaN();
        assertThat(axis.position(-1)).isNaN();
    }

    @Test
    void aConstantStandsInTheMiddle() {
        assertThat(view(curve(_ -> 5, 0, 1)).y().position(5)).isEqualTo(0.5, within(1e-12));
        assertThat(view(curve(_ -> 0, 0, 1)).y().position(0)).isEqualTo(0.5, within(1e-12));
        assertThat(view(curve(_ -> -1e-200, 0, 1)).y().position(-1e-200)).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void roundingNoiseIsNotBlownUp() {
        Range range =
                view(curve(x -> 0.1 + 0.2 + (x > 0.5 ? 5e-17 : 0), 0, 1)).y().range();
        assertThat(range.width()).isGreaterThan(0.01);
    }

    @Test
    void dataAboveZeroDoNotSeemToReachBelowIt() {
        assertThat(view(curve(x -> Math.exp(-x), 0, 10)).y().range().low()).isZero();
        assertThat(view(curve(x -> -Math.exp(-x), 0, 10)).y().range().high()).isZero();
    }

    @Test
    void theHeightOfTheWindowFollowsFromWhatItsWidthShows() {
        Axis x = Axis.over("x", new Range(0, 1));
        View view = View.of(new Chart("", x, Axis.of("y"), List.of(curve(v -> v * v, 0, 100))));
        assertThat(view.y().range().high()).isBetween(1.0, 1.1);
    }

    @Test
    void nothingToShowGivesAPlainWindow() {
        View view = view(new Curve("none", new double[] {Double.NaN}, new double[] {1}));
        assertThat(view.x().range()).isEqualTo(new Range(0, 1));
    }

    @Test
    void theLargestNumbersStillHaveAWindow() {
        double[] values = {-Double.MAX_VALUE, Double.MAX_VALUE, Double.MIN_VALUE};
        View view = view(new Points("p", values, values, Marker.CIRCLE));
        assertThat(view.x().range().width()).isFinite();
        assertThat(view.place(0, 0).x()).isEqualTo(0.5, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 1})
    void valueIsTheInverseOfPosition(double position) {
        for (boolean logarithmic : new boolean[] {false, true}) {
            AxisView axis = new AxisView(new Range(2, 4000), logarithmic);
            assertThat(axis.position(axis.value(position))).isEqualTo(position, within(1e-12));
        }
    }

    @Test
    void anyChartHasAWindowWhoseTicksFit() {
        for (int seed = 0; seed < 500; seed++) {
            View view = View.of(RandomChart.of(seed));
            for (AxisView axis : List.of(view.x(), view.y())) {
                List<Tick> ticks = axis.ticks(60, 10, String::length, 2);
                assertThat(ticks).as("seed %d: %s", seed, axis).isNotEmpty();
                for (int i = 1; i < ticks.size(); i++) {
                    Tick left = ticks.get(i - 1);
                    Tick right = ticks.get(i);
                    double between = 60 * (axis.position(right.value()) - axis.position(left.value()));
                    double needed = 2 + (left.label().length() + right.label().length()) / 2.0;
                    assertThat(between).isGreaterThanOrEqualTo(needed);
                }
            }
        }
    }

    private static AxisView scaled(double... y) {
        Samples x = Samples.of(new double[y.length]);
        Axis axis = Axis.of("").withScale(Scale.AUTOMATIC);
        return View.of(new Chart("", Axis.of(""), axis, List.of(new Curve("c", x, Samples.of(y)))))
                .y();
    }

    private static Curve curve(DoubleUnaryOperator function, double low, double high) {
        return Curve.of("f", function, new Range(low, high), 401);
    }

    private static Chart chart(Series series) {
        return new Chart("", Axis.of("x"), Axis.of("y"), List.of(series));
    }

    private static View view(Series series) {
        return View.of(chart(series));
    }
}
