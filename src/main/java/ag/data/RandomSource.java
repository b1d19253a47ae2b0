package ag.data;

import ag.engine.Elementary;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream of random numbers that starts at a seed and is the same on every machine.
 *
 * <p>It draws what {@code numpy.random.RandomState(seed)} draws, number for number, so that data generated with
 * scikit-learn and {@code random_state=seed} can be had here again. Uniform numbers, integers and permutations agree
 * with numpy bit for bit; normal numbers to 15 digits, because numpy takes the logarithm from the machine's C library
 * and this class from {@link Elementary}, which is the same on every machine.
 *
 * <p>The generator is the Mersenne Twister MT19937: M. Matsumoto and T. Nishimura, "Mersenne Twister: A
 * 623-dimensionally equidistributed uniform pseudo-random number generator", ACM TOMACS 8 (1998). It is meant for
 * experiments, not for secrets. A source changes with every draw and is not for use by several threads at once.
 */
public final class RandomSource {
    /** The largest seed: 2^32 - 1. */
    public static final long MAX_SEED = 0xFFFF_FFFFL;

    private static final int WORDS = 624;
    private static final int SHIFT = 397;
    private static final int MATRIX_A = 0x9908_B0DF;
    private static final int UPPER_BIT = 0x8000_0000;
    private static final int LOWER_BITS = 0x7FFF_FFFF;

    private final int[] words;
    private int position;
    private boolean hasSpareNormal;
    private double spareNormal;

    /**
     * A source that starts at {@code seed}.
     *
     * @param seed a whole number from 0 to 4294967295; what numpy refuses is refused here too, because there is no
     *     reference for what should come out
     */
    public RandomSource(long seed) {
        if (seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException(
                    "a seed is a whole number from 0 to %s, not %s".formatted(MAX_SEED, seed));
        }
        words = new int[WORDS];
        // init_genrand of the authors' mt19937ar.c
        words[0] = (int) seed;
        for (int i = 1; i < WORDS; i++) {
            int before = words[i - 1];
            words[i] = 1_812_433_253 * (before ^ (before >>> 30)) + i;
        }
        position = WORDS;
    }

    /** A source that goes on exactly where {@code state} was taken. */
    public RandomSource(State state) {
        words = state.words();
        position = state.position();
        hasSpareNormal = state.hasSpareNormal();
        spareNormal = state.spareNormal();
    }

    /** The present state, to be kept in a checkpoint; later draws leave it as it is. */
    public State state() {
        return new State(words, position, hasSpareNormal, spareNormal);
    }

    /** A second source that will draw the same numbers as this one from here on. */
    public RandomSource copy() {
        return new RandomSource(state());
    }

    /** A number from 0 (included) to 1 (excluded), a multiple of 2^-53; numpy's {@code random_sample}. */
    public double random() {
        // genrand_res53 of mt19937ar.c
        int high = nextWord() >>> 5;
        int low = nextWord() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }

    /** A number from {@code low} to {@code high}, each equally likely. */
    public double uniform(double low, double high) {
        double range = high - low;
        if (!(range >= 0) || Double.isInfinite(range)) {
            throw new IllegalArgumentException(
                    "uniform needs two finite bounds, the lower one first, not %s and %s".formatted(low, high));
        }
        return low + range * random();
    }

    /**
     * A number from the normal distribution.
     *
     * @param mean the centre of the distribution
     * @param deviation its standard deviation, at least 0
     */
    public double normal(double mean, double deviation) {
        if (!(deviation >= 0)) {
            throw new IllegalArgumentException("a standard deviation is at least 0, not " + deviation);
        }
        return mean + deviation * standardNormal();
    }

    /**
     * Marsaglia's polar method (G. Marsaglia and T. A. Bray, SIAM Review 6, 1964), in the order of numpy's
     * {@code legacy_gauss}: a point of the unit disc gives two independent numbers, of which the second is kept for
     * the next call.
     */
    private double standardNormal() {
        if (hasSpareNormal) {
            hasSpareNormal = false;
            double spare = spareNormal;
            spareNormal = 0;
            return spare;
        }
        double x;
        double y;
        double squaredRadius;
        do {
            x = 2 * random() - 1;
            y = 2 * random() - 1;
            squaredRadius = x * x + y * y;
        } while (squaredRadius >= 1 || squaredRadius == 0);
        double factor = Math.sqrt(-2 * Elementary.log(squaredRadius) / squaredRadius);
        spareNormal = factor * x;
        hasSpareNormal = true;
        return factor * y;
    }

    /** A whole number from 0 to {@code bound - 1}, each equally likely; numpy's {@code RandomState.randint(bound)}. */
    public int integer(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a random whole number needs a bound of at least 1, not " + bound);
        }
        int largest = bound - 1;
        if (largest == 0) {
            return 0;
        }
        // Masked rejection as in numpy's random_interval: draw as many bits as the largest number has until one fits.
        int mask = -1 >>> Integer.numberOfLeadingZeros(largest);
        int drawn;
        do {
            drawn = nextWord() & mask;
        } while (drawn > largest);
        return drawn;
    }

    /** Puts {@code items} into a random order, in place, as numpy's {@code RandomState.shuffle} (Fisher and Yates). */
    public void shuffle(int[] items) {
        for (int last = items.length - 1; last > 0; last--) {
            int chosen = integer(last + 1);
            int kept = items[last];
            items[last] = items[chosen];
            items[chosen] = kept;
        }
    }

    /** The numbers from 0 to {@code size - 1} in a random order. */
    public int[] permutation(int size) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        shuffle(order);
        return order;
    }

    /** The next 32 random bits: genrand_int32 of mt19937ar.c. */
    private int nextWord() {
        if (position == WORDS) {
            twist();
            position = 0;
        }
        int word = words[position++];
        word ^= word >>> 11;
        word ^= (word << 7) & 0x9D2C_5680;
        word ^= (word << 15) & 0xEFC6_0000;
        return word ^ (word >>> 18);
    }

    private void twist() {
        for (int i = 0; i < WORDS; i++) {
            int next = i + 1 < WORDS ? i + 1 : 0;
            int far = i < WORDS - SHIFT ? i + SHIFT : i + SHIFT - WORDS;
            int mixed = (words[i] & UPPER_BIT) | (words[next] & LOWER_BITS);
            words[i] = words[far] ^ (mixed >>> 1) ^ (-(mixed & 1) & MATRIX_A);
        }
    }

    /**
     * Everything a source remembers, as plain numbers that can be written to a file and read back. The parts are those
     * of numpy's {@code RandomState.get_state()}, in the same order.
     */
    public static final class State {
        private final int[] words;
        private final int position;
        private final boolean hasSpareNormal;
        private final double spareNormal;

        /**
         * A state put together from its parts.
         *
         * @param words the 624 words of the Mersenne Twister, which are copied
         * @param position how many of them have been used since they were last mixed, 0 to 624
         * @param hasSpareNormal whether the second number of a pair of normal numbers waits to be drawn
         * @param spareNormal that number, or 0
         */
        public State(int[] words, int position, boolean hasSpareNormal, double spareNormal) {
            if (words.length != WORDS) {
                throw new IllegalArgumentException(
                        "the state of a random source has %s words, not %s".formatted(WORDS, words.length));
            }
            if (position < 0 || position > WORDS) {
                throw new IllegalArgumentException(
                        "the position in a random source is from 0 to %s, not %s".formatted(WORDS, position));
            }
            this.words = words.clone();
            this.position = position;
            this.hasSpareNormal = hasSpareNormal;
            this.spareNormal = spareNormal;
        }

        /** A copy of the 624 words of the Mersenne Twister. */
        public int[] words() {
            return words.clone();
        }

        /** How many of the words have been used since they were last mixed. */
        public int position() {
            return position;
        }

        /** Whether the second number of a pair of normal numbers waits to be drawn. */
        public boolean hasSpareNormal() {
            return hasSpareNormal;
        }

        /** The normal number that waits to be drawn, or 0. */
        public double spareNormal() {
            return spareNormal;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof State that
                    && position == that.position
                    && hasSpareNormal == that.hasSpareNormal
                    && Double.compare(spareNormal, that.spareNormal) == 0
                    && Arrays.equals(words, that.words);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(words) + position;
        }
    }
}
