package ag.optimize;

/** What numbers an argument of an optimizer may be. Truth values are the numbers 0 and 1. */
public enum ArgumentRange {
    FROM_ZERO("a number from 0 up"),
    /** How much of something is kept from step to step. */
    SHARE("a number from 0 up and below 1"),
    ABOVE_ONE("a number above 1"),
    COUNT("a whole number from 1 up"),
    TRUTH("true or false");

    private final String words;

    ArgumentRange(String words) {
        this.words = words;
    }

    /** What it must be, for help and messages: {@code a number from 0 up}. */
    public String words() {
        return words;
    }

    /** Whether the number is one of them; NaN is none. */
    public boolean contains(double x) {
        return switch (this) {
            case FROM_ZERO -> x >= 0;
            case SHARE -> x >= 0 && x < 1;
            case ABOVE_ONE -> x > 1;
            case COUNT -> x >= 1 && x <= Integer.MAX_VALUE && x == (int) x;
            case TRUTH -> x == 0 || x == 1;
        };
    }
}
