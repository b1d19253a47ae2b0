package ag.explain;

import java.math.BigDecimal;

/**
 * A number given as an answer.
 *
 * @param value the number
 * @param slack how far off it may be: half of the last place that was written, where it was written with enough digits
 */
public record Answer(double value, double slack) {
    /** Rounded to fewer digits, almost anything could be meant. */
    private static final int FEWEST_DIGITS = 3;

    private static final double TOLERANCE = 1e-9;

    /** What was written as a decimal is taken as rounded to its last place, if it has at least three digits. */
    public static Answer of(double value, String written) {
        try {
            BigDecimal decimal = new BigDecimal(written.replace("_", "").strip());
            boolean rounded = decimal.precision() >= FEWEST_DIGITS && decimal.scale() > 0;
            return new Answer(value, rounded ? decimal.ulp().doubleValue() / 2 : 0);
        } catch (NumberFormatException computed) {
            return new Answer(value, 0);
        }
    }

    /** Whether this number can be what the answer means. */
    public boolean isMeant(double number) {
        if (Double.compare(value, number) == 0) {
            return true;
        }
        double scale = Math.max(Math.abs(value), Math.abs(number));
        return Math.abs(value - number) <= Math.max(slack * (1 + TOLERANCE), TOLERANCE * scale);
    }
}
