package ag.nn.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Elementary;
import ag.engine.ElementaryArrays;
import ag.engine.ExactFunctions;
import ag.engine.Operation;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TanhKernelTest {
    @ParameterizedTest
    @CsvSource({"1e-9, 2", "0.1, 3", "1, 4", "4, 6", "15.9999, 6"})
    void theQuotientIsAsCloseAsPromised(double range, double ulps) {
        double[] x = new SplittableRandom(11).doubles(2000, -range, range).toArray();
        double[] y = new double[x.length];
        assertThat(TanhKernel.holds(x, x.length)).isTrue();
        TanhKernel.values(x, y, x.length);
        for (int i = 0; i < x.length; i++) {
            assertThat(ExactFunctions.ulps(y[i], ExactFunctions.tanh(new BigDecimal(x[i]))))
                    .as("units in the last place at %s", x[i])
                    .isLessThanOrEqualTo(ulps);
            assertThat(Math.abs(y[i])).as("tanh(%s)", x[i]).isLessThan(1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 4.9e-324, -1e-310, 1e-17})
    void theSmallestNumbersAreTheirOwn(double x) {
        double[] y = new double[1];
        TanhKernel.values(new double[] {x}, y, 1);
        assertThat((Object) y[0]).isEqualTo(x);
    }

    @ParameterizedTest
    @ValueSource(doubles = {16, -16, 17.5, 1e10, -1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aRowWithALargeNumberIsNotForTheQuotient(double large) {
        assertThat(TanhKernel.holds(new double[] {0.5, large, -1}, 3)).isFalse();
        assertThat(TanhKernel.holds(new double[] {0.5, -1, large}, 2)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 15, 16, 40, 800, Double.POSITIVE_INFINITY, Double.NaN})
    void aLayerTakesAnyNumber(double x) {
        double[] row = {0.5, x, -x};
        UnaryLanes tanh = UnaryLanes.of(Operation.TANH, new ElementaryArrays(3));
        tanh.value(row, row, 3);
        for (int i = 0; i < 3; i++) {
            double exact = Elementary.tanh(new double[] {0.5, x, -x}[i]);
            if (Double.isNaN(exact)) {
                assertThat(row[i]).isNaN();
            } else {
                assertThat(row[i] - exact).isBetween(-1e-15, 1e-15);
            }
        }
    }
}
