package ag.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.engine.Operation;
import ag.engine.Tape;
import org.junit.jupiter.api.Test;

/** Bands of Rat42's growth curve, and Student's t, against SciPy 1.10 (curve_fit's covariance and an analytic gradient; stats.t.ppf has ten digits, those here are mpmath's). */
final class BandsTest {
    private static final double[] DAYS = {9, 14, 21, 28, 42, 57, 63, 70, 79};
    private static final double[] WEIGHTS = {8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08};

    private static int growth(Tape tape, int[] parameters, int x) {
        int power = tape.subtract(parameters[1], tape.multiply(parameters[2], x));
        return tape.divide(parameters[0], tape.add(tape.constant(1), tape.apply(Operation.EXP, power)));
    }

    @Test
    void studentsT() {
        assertThat(StudentT.within(0.95, 1)).isCloseTo(12.706204736174705, within(1e-12));
        assertThat(StudentT.within(0.95, 2)).isCloseTo(4.302652729749464, within(1e-13));
        assertThat(StudentT.within(0.95, 6)).isCloseTo(2.44691185114497, within(1e-13));
        assertThat(StudentT.within(0.95, 30)).isCloseTo(2.042272456301238, within(1e-13));
        assertThat(StudentT.within(0.95, 1000)).isCloseTo(1.9623390808264085, within(1e-13));
    }

    @Test
    void bandsOfAGrowthCurve() {
        Tape tape = new Tape();
        int[] parameters = {tape.input(100), tape.input(1), tape.input(0.1)};
        int[] results = new int[DAYS.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = growth(tape, parameters, tape.constant(DAYS[i]));
        }
        Problem problem = Problem.of(Model.of(tape, parameters, results), WEIGHTS);
        Fit fit = Fit.of(problem, new double[] {100, 1, 0.1}, 100, false, () -> {});
        int x = tape.input(1);
        Model curve = Model.of(
                tape, new int[] {parameters[0], parameters[1], parameters[2], x}, new int[] {growth(tape, parameters, x)
                });
        Bands bands = new Bands(curve, fit.parameters(), fit.statistics());
        double[][] known = {
            {0.0, 4.926276246293765, 1.152349459438873, 3.0606344814329853},
            {30.0, 25.721301784673905, 1.527205001246914, 3.220547976370028},
            {100.0, 71.30147882614327, 3.4957861327880284, 4.501121508964246}
        };
        for (double[] row : known) {
            assertThat(bands.value(row[0])).isCloseTo(row[1], within(1e-7));
            assertThat(bands.confidence(row[0])).isCloseTo(row[2], within(1e-6));
            assertThat(bands.prediction(row[0])).isCloseTo(row[3], within(1e-6));
        }
    }
}
