package ag.engine;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Seeded points of an operation's domain. */
final class Samples {
    /** What leaves out 0 alone goes on below it. */
    private static final Set<Domain> MIRRORED = Set.of(Domain.DIVISOR, Domain.STEEP_AT_ZERO);

    private Samples() {}

    /**
     * Points where the operation is smooth, one coordinate an operand. The kinks and jumps of the table lie at whole and half
     * numbers, at ties, where a·b = 1 and where a/b is whole; a difference quotient must not straddle one, so points near them are drawn again.
     */
    static Stream<double[]> smooth(Operation operation, int count) {
        SplittableRandom random = new SplittableRandom(operation.code());
        return Stream.generate(() -> draw(operation, random))
                .filter(point -> !isNearKink(point))
                .limit(count);
    }

    private static double[] draw(Operation operation, SplittableRandom random) {
        double[] point = new double[operation.partials().arity()];
        Domain domain = operation.domain();
        for (int i = 0; i < point.length; i++) {
            double x = random.nextDouble(domain.low(), domain.high());
            point[i] = MIRRORED.contains(domain) && random.nextBoolean() ? -x : x;
        }
        return point;
    }

    private static boolean isNearKink(double... point) {
        for (double x : point) {
            if (isNear(2 * x, Math.rint(2 * x))) {
                return true;
            }
        }
        if (point.length != 2) {
            return false;
        }
        double ratio = point[0] / point[1];
        return isNear(point[0], point[1]) || isNear(point[0] * point[1], 1) || isNear(ratio, Math.rint(ratio));
    }

    private static boolean isNear(double x, double kink) {
        return Math.abs(x - kink) < 0.02;
    }
}
