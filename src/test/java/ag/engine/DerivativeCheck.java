package ag.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Holds the derivatives of an operation against difference quotients of its value, and against their own source. */
final class DerivativeCheck {
    /**
     * A rule and a slope are the same formula twice; they may differ by the rounding of a few operations, and where terms near 1
     * cancel, by what one of those lost.
     */
    private static final double SAME_FORMULA = 1e-12;

    private static final double ROUNDING = Math.ulp(1.0);

    private DerivativeCheck() {}

    /**
     * The five-point central difference. Its error is about h⁴·f⁗′/30 + 2e-16·f/h: a step of a thousandth of x makes both
     * small, also near the edge of a domain, where higher derivatives grow with 1/x.
     */
    static double difference(DoubleUnaryOperator f, double x) {
        double h = 1e-3 * Math.max(Math.abs(x), 0.1);
        return (f.applyAsDouble(x - 2 * h)
                        - 8 * f.applyAsDouble(x - h)
                        + 8 * f.applyAsDouble(x + h)
                        - f.applyAsDouble(x + 2 * h))
                / (12 * h);
    }

    /**
     * Whether a derivative agrees with a difference quotient. 1e-7, relative above 1 and absolute below, is a hundred times the
     * worst error of the quotient on the table's domains, and ten thousand times smaller than a wrong digit such as 2.001 for 2.
     */
    static boolean agree(double derivative, double difference) {
        return Math.abs(derivative - difference) <= 1e-7 * Math.max(1, Math.abs(difference));
    }

    /** Whether two ways to write a formula give the same number: NaN and infinities included, zeros of either sign alike. */
    static boolean same(double a, double b) {
        return a == b
                || (Double.isNaN(a) && Double.isNaN(b))
                || Math.abs(a - b) <= ROUNDING + SAME_FORMULA * Math.max(Math.abs(a), Math.abs(b));
    }

    /** What is wrong with the derivatives of a function of one or two numbers at a smooth point; nothing where all is well. */
    static List<String> problems(String name, Partials partials, double... point) {
        List<String> problems = new ArrayList<>();
        for (int k = 0; k < point.length; k++) {
            double slope = slope(partials, k, point);
            double numeric = difference(along(partials, k, point), point[k]);
            if (!agree(slope, numeric)) {
                problems.add("derivative %d of %s at %s is %s, but the differences say %s"
                        .formatted(k, name, List.of(boxed(point)), slope, numeric));
            }
        }
        problems.addAll(sourceProblems(name, partials, point));
        return problems;
    }

    /** Where the source of a derivative says something else than its code, which may be asked at kinks and poles too. */
    static List<String> sourceProblems(String name, Partials partials, double... point) {
        List<String> problems = new ArrayList<>();
        for (int k = 0; k < point.length; k++) {
            double slope = slope(partials, k, point);
            double source = RuleNumbers.value(Rule.parse(partials.sources().get(k)), variables(partials, point));
            if (!same(slope, source)) {
                problems.add("derivative %d of %s at %s is %s, but its source says %s"
                        .formatted(k, name, List.of(boxed(point)), slope, source));
            }
        }
        return problems;
    }

    static double value(Partials partials, double... point) {
        return switch (partials) {
            case Partials.Unary unary -> unary.value().applyAsDouble(point[0]);
            case Partials.Binary binary -> binary.value().applyAsDouble(point[0], point[1]);
            case Partials.Leaf _, Partials.Vector _ ->
                throw new IllegalArgumentException("takes no one or two numbers");
        };
    }

    static double slope(Partials partials, int index, double... point) {
        double y = value(partials, point);
        return switch (partials) {
            case Partials.Unary unary -> unary.slope().applyAsDouble(point[0], y);
            case Partials.Binary binary -> (index == 0 ? binary.slopeA() : binary.slopeB()).at(point[0], point[1], y);
            case Partials.Leaf _, Partials.Vector _ ->
                throw new IllegalArgumentException("takes no one or two numbers");
        };
    }

    private static DoubleUnaryOperator along(Partials partials, int index, double... point) {
        return moved -> {
            double[] at = point.clone();
            at[index] = moved;
            return value(partials, at);
        };
    }

    private static Map<String, Double> variables(Partials partials, double... point) {
        double y = value(partials, point);
        return point.length == 1 ? Map.of("x", point[0], "y", y) : Map.of("a", point[0], "b", point[1], "y", y);
    }

    private static Double[] boxed(double... point) {
        Double[] boxed = new Double[point.length];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = point[i];
        }
        return boxed;
    }
}
