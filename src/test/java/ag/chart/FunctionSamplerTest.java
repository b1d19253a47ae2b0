package ag.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.chart.Feature.Kind;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places found between samples, beside those that mpmath 1.2 finds with findroot. */
final class FunctionSamplerTest {
    private static final double HALF_PI = 1.5707963267948966;

    @ParameterizedTest
    @ValueSource(ints = {50, 101, 401})
    void tanHasItsZerosAndItsPoles(int samples) {
        Curve tan = FunctionSampler.of("tan", Math::tan, new Range(-5, 5), samples);
        assertPlaces(tan, Kind.ZERO, -2 * HALF_PI, 0, 2 * HALF_PI);
        assertPlaces(tan, Kind.ASYMPTOTE, -3 * HALF_PI, -HALF_PI, HALF_PI, 3 * HALF_PI);
        assertThat(tan.features()).hasSize(7);
    }

    @Test
    void betweenThePolesOfGammaStandItsExtremes() {
        Curve gamma = sampled(Gamma::value, -4.5, 4);
        assertPlaces(gamma, Kind.TOP, -2.610720868, -0.504083008);
        assertPlaces(gamma, Kind.BOTTOM, -3.635293366, -1.573498473, 1.461632145);
        assertPlaces(gamma, Kind.ASYMPTOTE, -4, -3, -2, -1, 0);
        assertThat(gamma.features().getLast().y()).isCloseTo(0.8856031944108887, within(1e-12));
    }

    @Test
    void aPoleWithoutAChangeOfSignIsOneToo() {
        assertPlaces(sampled(x -> 1 / (x * x), -3.1, 3), Kind.ASYMPTOTE, 0);
        assertPlaces(sampled(x -> Math.log(Math.abs(x)), -1, 1.1), Kind.ASYMPTOTE, 0);
        assertPlaces(sampled(x -> Math.log(Math.abs(x)), -1, 1), Kind.ASYMPTOTE, 0);
    }

    @Test
    void aRootIsDrawnToItsEndAndALogarithmHasNone() {
        Curve root = sampled(x -> Math.sqrt(x - 0.1), -1, 5);
        assertPlaces(root, Kind.END, 0.1);
        assertThat(shown(root)).isCloseTo(0.1, within(1e-15));
        assertPlaces(sampled(Math::log, -1, 5), Kind.ASYMPTOTE, 0);
        assertThat(kinds(sampled(x -> Math.sin(x) / x, -2, 2))).containsExactly(Kind.HOLE);
    }

    @Test
    void stepsAreJumpsAndSteepSlopesAreNot() {
        assertPlaces(sampled(Math::floor, -1.5, 1.5), Kind.JUMP, -1, 0, 1);
        assertThat(kinds(sampled(x -> Math.tanh(1000 * x), -1, 1.1))).containsExactly(Kind.ZERO);
        assertThat(kinds(sampled(Math::cbrt, -1, 1.1))).containsExactly(Kind.ZERO);
        assertThat(kinds(sampled(Math::abs, -1, 1.1))).containsExactly(Kind.ZERO, Kind.BOTTOM);
    }

    @Test
    void atAJumpTheLineHasAGap() {
        Curve floor = sampled(Math::floor, 0.5, 1.5);
        assertThat(floor.y().stream().filter(Double::isNaN)).hasSize(1);
        double[] x = floor.x().stream().toArray();
        assertThat(x).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatRoundsToZeroIsNoZero() {
        assertThat(kinds(sampled(x -> Math.exp(1 / x), -1, 1))).isEmpty();
        assertThat(kinds(sampled(x -> Math.max(0, x), -1, 1))).isEmpty();
        assertThat(kinds(sampled(x -> Math.pow(Math.sin(x), 2) + Math.pow(Math.cos(x), 2), -9, 9)))
                .isEmpty();
    }

    @Test
    void whatIsTooMuchToTellIsNotToldInPart() {
        assertThat(sampled(x -> Math.cos(100 * x), -10, 10).features()).isEmpty();
    }

    @Test
    void aZeroThatIsOnlyTouchedLiesOnTheAxisBesideItsTurningPoint() {
        for (double place : new double[] {-0.7, 0.1, 1.3}) {
            Curve touching = sampled(x -> -(x - place) * (x - place), -2.05, 2);
            assertPlaces(touching, Kind.ZERO, place);
            assertPlaces(touching, Kind.TOP, place);
            assertThat(touching.features())
                    .allSatisfy(feature -> assertThat(feature.y()).isCloseTo(0, within(1e-12)));
        }
    }

    private static Curve sampled(DoubleUnaryOperator function, double low, double high) {
        return FunctionSampler.of("f", function, new Range(low, high), 401);
    }

    private static double shown(Curve curve) {
        for (int i = 0; i < curve.x().size(); i++) {
            if (Double.isFinite(curve.y().at(i))) {
                return curve.x().at(i);
            }
        }
        return Double.NaN;
    }

    private static List<Kind> kinds(Curve curve) {
        return curve.features().stream().map(Feature::kind).toList();
    }

    private static void assertPlaces(Curve curve, Kind kind, double... expected) {
        double[] places = curve.features().stream()
                .filter(feature -> feature.kind() == kind)
                .mapToDouble(Feature::x)
                .toArray();
        assertThat(places).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(places[i]).isCloseTo(expected[i], within(1e-7));
        }
    }
}
