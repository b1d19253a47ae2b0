package ag.engine;

/**
 * Where an operation has a value: the numbers it takes, in the words used by help and by messages, and the interval that
 * tests draw their points from.
 *
 * @param words how the domain is told to a person, such as "positive numbers"
 * @param low the lower end of a comfortable interval inside the domain
 * @param high the upper end of that interval
 * @param poles whether it leaves out multiples of pi or pi/2, which no number hits: the nearest one gets some huge value
 */
public record Domain(String words, double low, double high, boolean poles) {
    public static final Domain REALS = new Domain("any number", -3, 3);
    public static final Domain POSITIVE = new Domain("positive numbers", 0.1, 4);
    public static final Domain NOT_NEGATIVE = new Domain("numbers from 0 up", 0.1, 4);
    public static final Domain ABOVE_MINUS_ONE = new Domain("numbers above -1", -0.8, 4);
    public static final Domain FROM_ONE = new Domain("numbers from 1 up", 1.1, 4);
    public static final Domain UNIT_INTERVAL = new Domain("numbers from -1 to 1", -0.9, 0.9);
    public static final Domain OPEN_UNIT_INTERVAL = new Domain("numbers between -1 and 1", -0.9, 0.9);
    public static final Domain PROBABILITY = new Domain("probabilities from 0 to 1", 0.1, 0.9);
    public static final Domain DIVISOR = new Domain("any divisor but 0", 0.2, 3);
    public static final Domain POWERS = new Domain("a base from 0 up, or a whole exponent", 0.1, 4);
    /** Has a value everywhere, and at 0 no finite derivative. */
    public static final Domain STEEP_AT_ZERO = new Domain("any number", 0.2, 3);

    /** Has no value between -1 and 1. */
    public static final Domain BEYOND_ONE = new Domain("numbers from 1 up or from -1 down", 1.1, 4);

    public static final Domain OUTSIDE_UNIT_INTERVAL = new Domain("numbers above 1 or below -1", 1.1, 4);
    public static final Domain UP_TO_ONE = new Domain("positive numbers up to 1", 0.1, 0.9);
    public static final Domain NOT_A_MULTIPLE = new Domain("any number but multiples of pi", 0.5, 2.6, true);
    public static final Domain NOT_A_GAMMA_POLE = new Domain("any number but 0 and whole numbers below", 0.2, 4);
    public static final Domain NOT_BELOW_FACTORIALS = new Domain("any number but whole numbers below 0", 0.2, 4);
    public static final Domain ORDERS =
            new Domain("an order from 0 to 170, then any number but 0 and whole ones below", 0.2, 4);
    public static final Domain NOT_A_POLE = new Domain("any number but odd multiples of pi/2", -1.3, 1.3, true);

    /** The least result by size that {@link #isBesidePole} can be asked about: a number nearest to a multiple of pi gives more. */
    public static final double LEAST_BESIDE_POLE = 1e12;

    private Domain(String words, double low, double high) {
        this(words, low, high, false);
    }

    /** Whether no number is nearer than {@code x} to a pole: 1/|y| is about how far the pole is. */
    public boolean isBesidePole(double x, double y) {
        return poles && Math.abs(y) >= LEAST_BESIDE_POLE && Double.isFinite(y) && Math.abs(y) * Math.ulp(x) >= 0.5;
    }
}
