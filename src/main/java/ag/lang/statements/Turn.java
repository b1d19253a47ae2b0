package ag.lang.statements;

import ag.lang.algebra.Solution;

/**
 * A place at which a curve turns, or might.
 *
 * @param what what it is: a minimum, a maximum, an end of the range
 * @param test what tells
 */
record Turn(Solution at, String what, String test) {
    double x() {
        return at.number().orElse(Double.NaN);
    }

    /** Whether it lies where {@code x} is, as far as a search by numbers can tell. */
    boolean isNear(double x) {
        return isNear(x(), x);
    }

    static boolean isNear(double a, double b) {
        return Math.abs(a - b) <= 1e-6 * (1 + Math.abs(b));
    }
}
