package ag.lang.statements;

import ag.lang.values.OneSided;
import java.util.function.DoubleUnaryOperator;

/**
 * A place of a curve at which it has no derivative, as what it is in a book: a corner, a cusp, a vertical tangent, or where its domain
 * ends.
 *
 * @param what a minimum, a maximum, or neither
 * @param test why there is no derivative
 * @param isSteep whether it has a vertical tangent there
 */
record SharpPlace(String what, String test, boolean isSteep) {
    /** How far beside the place values are compared, relative to its size. */
    private static final double BESIDE = 1e-5;

    static SharpPlace of(DoubleUnaryOperator curve, double x) {
        double middle = curve.applyAsDouble(x);
        OneSided left = OneSided.of(curve, x, middle, Math.ulp(middle), -1);
        OneSided right = OneSided.of(curve, x, middle, Math.ulp(middle), 1);
        boolean steep = left.kind() == OneSided.Kind.STEEP || right.kind() == OneSided.Kind.STEEP;
        return new SharpPlace(
                what(curve, x, middle), test(left, right, steep) + ": no derivative", steep && Double.isFinite(middle));
    }

    /** By the values beside it; a side without any does not count. */
    private static String what(DoubleUnaryOperator curve, double x, double middle) {
        double h = BESIDE * Math.max(1, Math.abs(x));
        double before = curve.applyAsDouble(x - h) - middle;
        double after = curve.applyAsDouble(x + h) - middle;
        boolean rises = !(before < 0) && !(after < 0);
        boolean falls = !(before > 0) && !(after > 0);
        return rises == falls ? "neither" : rises ? "minimum" : "maximum";
    }

    private static String test(OneSided left, OneSided right, boolean steep) {
        if (left.kind() == OneSided.Kind.NONE || right.kind() == OneSided.Kind.NONE) {
            return "its domain ends" + (steep ? " with a vertical tangent" : "");
        }
        if (left.kind() == OneSided.Kind.STEEP && right.kind() == OneSided.Kind.STEEP) {
            return left.slope() == right.slope() ? "a vertical tangent" : "a cusp";
        }
        return "a corner";
    }
}
