package ag.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a decomposition answers about a matrix is what the matrix itself says, in any units. */
final class QrTest {
    private static final int ROWS = 7;

    static IntStream seeds() {
        return IntStream.range(0, 12);
    }

    private static double[][] columns(Random random, int count, double unit) {
        double[][] columns = new double[count][];
        Arrays.setAll(columns, j -> random.doubles(ROWS, -unit, unit).toArray());
        return columns;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double[] product(double[][] columns, double[] x) {
        double[] product = new double[ROWS];
        Arrays.setAll(
                product,
                i -> IntStream.range(0, x.length)
                        .mapToDouble(j -> columns[j][i] * x[j])
                        .sum());
        return product;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTrianglesSolveWhatTheMatrixDoes(int seed) {
        Random random = new Random(seed);
        int n = 1 + seed % 5;
        double[][] a = columns(random, n, 1);
        Qr qr = Qr.of(a, ROWS);
        assertThat(qr.rank(1e-14)).isEqualTo(n);
        double[][] triangle = qr.triangle();
        double[] right = random.doubles(ROWS, -1, 1).toArray();
        double[] nearest = qr.solve(qr.rotated(right), n);
        double[] rest = product(a, nearest);
        Arrays.setAll(rest, i -> rest[i] - right[i]);
        double[][] inverse = qr.inverseProduct();
        for (int j = 0; j < n; j++) {
            assertThat(dot(a[j], rest)).isCloseTo(0, within(1e-12));
            double[] row = inverse[j];
            for (int k = 0; k < n; k++) {
                int other = k;
                assertThat(dot(triangle[j], triangle[k])).isCloseTo(dot(a[j], a[k]), within(1e-12));
                double sum = IntStream.range(0, n)
                        .mapToDouble(m -> row[m] * dot(a[m], a[other]))
                        .sum();
                assertThat(sum).isCloseTo(j == k ? 1 : 0, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aColumnThatIsASumOfOthersIsFoundInAnyUnit(int seed) {
        for (double unit : new double[] {1, 1e-20, 1e20}) {
            Random random = new Random(seed);
            int n = 2 + seed % 4;
            double[][] a = columns(random, n, unit);
            a[seed % n] = product(
                    a,
                    IntStream.range(0, n)
                            .mapToDouble(j -> j == seed % n ? 0 : 1 + j)
                            .toArray());
            Qr qr = Qr.of(a, ROWS);
            assertThat(qr.rank(1e-13)).isEqualTo(n - 1);
            double[] factors = qr.combination(n - 1, n - 1);
            assertThat(Arrays.stream(factors).map(Math::abs).max().orElseThrow())
                    .isGreaterThanOrEqualTo(1);
            double size = Arrays.stream(factors).map(Math::abs).sum();
            assertThat(product(a, factors)).containsOnly(new double[] {0}, within(1e-13 * unit * size));
        }
    }
}
