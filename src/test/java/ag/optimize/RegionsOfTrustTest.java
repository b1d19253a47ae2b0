package ag.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps within a radius are the best ones by the conditions of Kuhn and Tucker, whatever way they were found. */
final class RegionsOfTrustTest {
    private static final double[] RADII = {1e-3, 0.3, 1, 30};

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theExactStepIsTheLowestPointWithin(int seed) {
        Random random = new Random(seed);
        int n = 1 + seed % 5;
        double[][] hessian = symmetric(random, n);
        double[] gradient = random.doubles(n, -1, 1).toArray();
        if (seed % 4 == 3) {
            // The hard case: no slope along the lowest curvature.
            hessian = new double[n][n];
            for (int i = 0; i < n; i++) {
                hessian[i][i] = i - 1.5;
            }
            gradient[0] = 0;
        }
        for (double radius : RADII) {
            QuadraticModel.Move move = new ExactRegion(hessian, gradient).within(radius);
            double[] p = move.step();
            double length = Vectors.norm(p);
            assertThat(length).isLessThanOrEqualTo(radius * (1 + 1e-9));
            assertThat(move.promised())
                    .isCloseTo(promised(hessian, gradient, p), within(1e-10 * (1 + radius * radius)));
            double[] slopes = gradient.clone();
            Vectors.add(slopes, 1, times(hessian, p));
            double shift = -Vectors.dot(p, slopes) / (length * length);
            Vectors.add(slopes, shift, p);
            assertThat(Vectors.norm(slopes)).isLessThan(1e-6 * (1 + radius));
            assertThat(shift).isGreaterThan(-1e-7);
            assertThat(shift * (radius - length)).isCloseTo(0, within(1e-6 * (1 + radius)));
            for (int i = 0; i < 20; i++) {
                double[] way = random.doubles(n, -1, 1).toArray();
                assertThat(Vectors.dot(way, times(hessian, way)) + shift * Vectors.dot(way, way))
                        .isGreaterThan(-1e-7);
            }
        }
    }

    /** On a bowl conjugate gradients end after as many turns as there are numbers, and never do worse than going straight down. */
    @ParameterizedTest
    @MethodSource("seeds")
    void conjugateGradientsReachTheBottomOrTheEdge(int seed) {
        Random random = new Random(seed);
        int n = 1 + seed % 6;
        double[][] root = symmetric(random, n);
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            hessian[i] = times(root, root[i]);
            hessian[i][i] += 0.5;
        }
        double[] gradient = random.doubles(n, -1e-9, 1e-9).toArray();
        AtomicInteger asked = new AtomicInteger();
        SteihaugRegion region = new SteihaugRegion(
                vector -> {
                    asked.incrementAndGet();
                    return times(hessian, vector);
                },
                gradient);
        double[] bottom = region.within(1).step();
        assertThat(asked.get()).isLessThanOrEqualTo(n + 1);
        double[] left = gradient.clone();
        Vectors.add(left, 1, times(hessian, bottom));
        assertThat(Vectors.norm(left)).isLessThan(1e-3 * Vectors.norm(gradient));
        double straight = Vectors.dot(gradient, gradient) / Vectors.dot(gradient, times(hessian, gradient));
        for (double share : new double[] {0.1, 0.6, 0.95}) {
            double radius = share * Vectors.norm(bottom);
            QuadraticModel.Move move = region.within(radius);
            assertThat(Vectors.norm(move.step())).isCloseTo(radius, within(1e-9 * radius));
            double promised = promised(hessian, gradient, move.step());
            assertThat(move.promised()).isCloseTo(promised, within(1e-9 * promised));
            double reach = Math.min(straight, radius / Vectors.norm(gradient));
            assertThat(promised)
                    .isGreaterThanOrEqualTo((1 - 1e-9) * promised(hessian, gradient, Vectors.scaled(-reach, gradient)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStepForSquaresIsTheDampedOneOfItsLength(int seed) {
        Random random = new Random(seed);
        int n = 1 + seed % 4;
        SumsOfSquares squares = SumsOfSquares.byChance(random, n, 1);
        Objective.Squares near = squares.squares(random.doubles(n, -1, 1).toArray());
        double[] scales = random.doubles(n, 0.2, 5).toArray();
        GaussNewtonRegion region = GaussNewtonRegion.of(near, scales);
        for (double radius : RADII) {
            GaussNewtonRegion.Move move = region.within(radius);
            double[] p = region.way(move.parts());
            double[] measured = p.clone();
            Arrays.setAll(measured, j -> scales[j] * p[j]);
            double length = Vectors.norm(measured);
            assertThat(Vectors.norm(move.parts())).isCloseTo(length, within(1e-10 * length));
            assertThat(length).isLessThanOrEqualTo(radius * 1.1 + 1e-12);
            if (move.damping() > 0) {
                assertThat(length).isCloseTo(radius, within(0.0101 * radius));
            }
            double[] moved = moved(near, p);
            double before = Vectors.dot(near.residuals(), near.residuals());
            assertThat(move.promised()).isCloseTo(before - Vectors.dot(moved, moved), within(1e-10 * before));
            assertDamped(near, scales, p, near.residuals(), move.damping());
            double[] others = random.doubles(near.residuals().length, -1, 1).toArray();
            assertDamped(near, scales, region.way(region.alike(others, move.damping())), others, move.damping());
        }
    }

    /** (JᵀJ + λD²)·p = -Jᵀ·r. */
    private static void assertDamped(
            Objective.Squares near, double[] scales, double[] p, double[] residuals, double damping) {
        double[] image = moved(new Objective.Squares(new double[residuals.length], near.jacobian()), p);
        for (int j = 0; j < p.length; j++) {
            double slope = Vectors.dot(near.jacobian()[j], residuals);
            double answer = Vectors.dot(near.jacobian()[j], image) + damping * scales[j] * scales[j] * p[j];
            assertThat(answer).isCloseTo(-slope, within(1e-9 * (1 + damping)));
        }
    }

    /** What a scaled region finds is what a plain one finds for numbers that are larger by the scales. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 101})
    void aScaledRegionIsThePlainOneOfScaledNumbers(int n) {
        Random random = new Random(n);
        SumsOfSquares plain = SumsOfSquares.byChance(random, n, 0.2);
        double[] scales =
                random.ints(n, -3, 4).mapToDouble(e -> Math.scalb(1.0, e)).toArray();
        double[] x = random.doubles(n, -1, 1).toArray();
        double[] low = new double[n];
        double[] high = new double[n];
        Arrays.fill(low, -2);
        Arrays.fill(high, 2);
        for (int i = 1; i < n; i += 2) {
            low[i] = x[i];
        }
        Near near = near(plain, x, new Box(low, high));
        Near stretched =
                near(plain.stretched(scales), times(scales, x), new Box(times(scales, low), times(scales, high)));
        assertThat(near.free()).containsExactly(stretched.free());
        for (double radius : RADII) {
            QuadraticModel.Move one = near.region(scales).within(radius);
            QuadraticModel.Move other = stretched.region(null).within(radius);
            assertThat(one.promised()).isCloseTo(other.promised(), within(1e-9 * other.promised()));
            double[] to = near.moved(one.step(), scales);
            assertThat(times(scales, to)).containsExactly(stretched.moved(other.step(), null), within(1e-9));
            assertThat(near.promised(to))
                    .isCloseTo(
                            stretched.promised(times(scales, to)),
                            within(1e-9 * Math.max(1, Math.abs(near.promised(to)))));
        }
    }

    private static Near near(Objective objective, double[] x, Box box) {
        double[] gradient = new double[x.length];
        double loss = objective.at(x, gradient);
        return Near.of(new Step(x, loss, gradient, objective, box));
    }

    private static double[] times(double[] factors, double[] x) {
        double[] product = x.clone();
        Arrays.setAll(product, i -> factors[i] * x[i]);
        return product;
    }

    private static double[][] symmetric(Random random, int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextDouble() * 2 - 1;
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private static double[] times(double[][] matrix, double[] x) {
        double[] product = new double[x.length];
        Arrays.setAll(product, i -> Vectors.dot(matrix[i], x));
        return product;
    }

    private static double promised(double[][] hessian, double[] gradient, double[] p) {
        return -Vectors.dot(gradient, p) - 0.5 * Vectors.dot(p, times(hessian, p));
    }

    private static double[] moved(Objective.Squares near, double[] p) {
        double[] moved = near.residuals().clone();
        for (int j = 0; j < p.length; j++) {
            Vectors.add(moved, p[j], near.jacobian()[j]);
        }
        return moved;
    }
}
