package ag.explain;

import ag.result.Numerals;
import ag.result.Plain;

/** The smallest and the largest of the numbers of many nodes. */
final class Spread {
    private static final int DIGITS = 4;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    void add(double number) {
        low = Math.min(low, number);
        high = Math.max(high, number);
    }

    Plain plain() {
        String text = low == high
                ? Numerals.rounded(low, DIGITS)
                : Numerals.rounded(low, DIGITS) + " to " + Numerals.rounded(high, DIGITS);
        return new Plain.Described("range", text);
    }
}
