package ag.data;

import ag.engine.Elementary;

/**
 * Small data sets in the plane that show what a network can and cannot do.
 *
 * <p>{@link #moons}, {@link #circles} and {@link #blobs} give the points of scikit-learn's {@code make_moons},
 * {@code make_circles} and {@code make_blobs} for the same arguments and seed, in the same order (F. Pedregosa et al.,
 * "Scikit-learn: Machine Learning in Python", JMLR 12, 2011). {@link #spirals} and {@link #xor} are our own. Every
 * sample has two inputs and one target, its class: 0, 1, 2 …
 *
 * <p>Points are placed on their curve, put into a random order, and then moved by normal noise. Without noise (0) no
 * normal number is drawn. Sines and cosines come from {@link Elementary}, so a seed means the same points everywhere.
 */
public final class Generators {
    /** How many samples scikit-learn makes unless told otherwise. */
    public static final int DEFAULT_SAMPLES = 100;

    /** The inner circle's radius in scikit-learn unless told otherwise. */
    public static final double DEFAULT_FACTOR = 0.8;

    /** The number of blobs in scikit-learn unless told otherwise. */
    public static final int DEFAULT_CENTERS = 3;

    /** The standard deviation of a blob in scikit-learn unless told otherwise. */
    public static final double DEFAULT_SPREAD = 1.0;

    /** The number of interleaved spirals unless told otherwise. */
    public static final int DEFAULT_ARMS = 2;

    /** How often a spiral winds around the origin unless told otherwise. */
    public static final double DEFAULT_TURNS = 1.5;

    // Blobs are centred in the square from -10 to 10, scikit-learn's center_box.
    private static final double CENTER_BOX = 10;

    private Generators() {}

    /**
     * Two interleaving half circles of radius 1: class 0 is the upper one around (0, 0), class 1 the lower one around
     * (1, 0.5). Where {@code n} is odd, class 1 has one sample more.
     *
     * @param n how many samples, at least 1
     * @param noise standard deviation of the noise, at least 0
     */
    public static DataSet moons(int n, double noise, RandomSource random) {
        requireSamples(n);
        requireNotNegative("noise", noise);
        Points points = new Points(n);
        int upper = n / 2;
        int lower = n - upper;
        for (int i = 0; i < upper; i++) {
            double angle = evenlyTo(Math.PI, i, upper);
            points.add(Elementary.cos(angle), Elementary.sin(angle), 0);
        }
        for (int i = 0; i < lower; i++) {
            double angle = evenlyTo(Math.PI, i, lower);
            points.add(1 - Elementary.cos(angle), 1 - Elementary.sin(angle) - 0.5, 1);
        }
        return points.shuffledWithNoise(noise, random);
    }

    /**
     * A circle of radius 1 (class 0) around a smaller one (class 1). Where {@code n} is odd, class 1 has one sample
     * more.
     *
     * @param n how many samples, at least 1
     * @param noise standard deviation of the noise, at least 0
     * @param factor radius of the inner circle, from 0 (included) to 1 (excluded)
     */
    public static DataSet circles(int n, double noise, double factor, RandomSource random) {
        requireSamples(n);
        requireNotNegative("noise", noise);
        if (!(factor >= 0 && factor < 1)) {
            throw new IllegalArgumentException("factor has to be at least 0 and below 1, not " + factor);
        }
        Points points = new Points(n);
        int outer = n / 2;
        int inner = n - outer;
        for (int i = 0; i < outer; i++) {
            double angle = i * (2 * Math.PI / outer);
            points.add(Elementary.cos(angle), Elementary.sin(angle), 0);
        }
        for (int i = 0; i < inner; i++) {
            double angle = i * (2 * Math.PI / inner);
            points.add(Elementary.cos(angle) * factor, Elementary.sin(angle) * factor, 1);
        }
        return points.shuffledWithNoise(noise, random);
    }

    /**
     * Round clouds, one per class, around centres drawn from the square between -10 and 10. The classes are of equal
     * size; where {@code n} cannot be divided evenly, the first ones have a sample more.
     *
     * @param n how many samples, at least 1
     * @param centers how many clouds, at least 1
     * @param spread standard deviation of each cloud, at least 0
     */
    public static DataSet blobs(int n, int centers, double spread, RandomSource random) {
        requireSamples(n);
        requireAtLeastOne("centers", centers);
        requireNotNegative("spread", spread);
        double[] centerX = new double[centers];
        double[] centerY = new double[centers];
        for (int i = 0; i < centers; i++) {
            centerX[i] = random.uniform(-CENTER_BOX, CENTER_BOX);
            centerY[i] = random.uniform(-CENTER_BOX, CENTER_BOX);
        }
        Points points = new Points(n);
        for (int i = 0; i < centers; i++) {
            for (int left = share(n, centers, i); left > 0; left--) {
                double x = random.normal(centerX[i], spread);
                double y = random.normal(centerY[i], spread);
                points.add(x, y, i);
            }
        }
        return points.shuffledWithNoise(0, random);
    }

    /**
     * Interleaved spirals around the origin, one per class. Sample {@code i} of the {@code m} samples of arm {@code a}
     * is at radius {@code t = (i + 1)/m} and angle {@code 2π (turns·t + a/arms)}, so every arm ends on the unit circle
     * and none starts in the origin, where the classes could not be told apart. The arms are of equal size; where
     * {@code n} cannot be divided evenly, the first ones have a sample more.
     *
     * @param n how many samples, at least 1
     * @param arms how many spirals, at least 1
     * @param turns how often each winds around the origin; negative turns wind clockwise
     * @param noise standard deviation of the noise, at least 0
     */
    public static DataSet spirals(int n, int arms, double turns, double noise, RandomSource random) {
        requireSamples(n);
        requireAtLeastOne("arms", arms);
        requireNotNegative("noise", noise);
        if (!Double.isFinite(turns)) {
            throw new IllegalArgumentException("turns has to be a finite number, not " + turns);
        }
        Points points = new Points(n);
        for (int arm = 0; arm < arms; arm++) {
            int size = share(n, arms, arm);
            for (int i = 0; i < size; i++) {
                double radius = (i + 1.0) / size;
                double angle = 2 * Math.PI * (turns * radius + (double) arm / arms);
                points.add(radius * Elementary.cos(angle), radius * Elementary.sin(angle), arm);
            }
        }
        return points.shuffledWithNoise(noise, random);
    }

    /** The table of exclusive or: (0, 0) and (1, 1) are class 0, (0, 1) and (1, 0) class 1. */
    public static DataSet xor() {
        return corners(4).inOrder();
    }

    /**
     * Samples around the four corners of {@link #xor()}, taken in turn, so that each corner has as many as the others
     * or one more.
     *
     * @param n how many samples, at least 1
     * @param noise standard deviation of the noise, at least 0
     */
    public static DataSet xor(int n, double noise, RandomSource random) {
        requireSamples(n);
        requireNotNegative("noise", noise);
        return corners(n).shuffledWithNoise(noise, random);
    }

    private static Points corners(int n) {
        Points points = new Points(n);
        for (int i = 0; i < n; i++) {
            int x = (i >> 1) & 1;
            int y = i & 1;
            points.add(x, y, x ^ y);
        }
        return points;
    }

    /** Point {@code i} of {@code n} from 0 to {@code last}, both included, rounded as numpy's {@code linspace}. */
    private static double evenlyTo(double last, int i, int n) {
        if (n == 1) {
            return 0;
        }
        return i == n - 1 ? last : i * (last / (n - 1));
    }

    /** How many of {@code n} samples part {@code index} of {@code parts} gets. */
    private static int share(int n, int parts, int index) {
        return n / parts + (index < n % parts ? 1 : 0);
    }

    private static void requireSamples(int n) {
        requireAtLeastOne("n", n);
    }

    private static void requireAtLeastOne(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("%s has to be at least 1, not %s".formatted(name, count));
        }
    }

    private static void requireNotNegative(String name, double number) {
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s has to be a number of at least 0, not %s".formatted(name, number));
        }
    }

    /** Points of the plane with their classes, filled one after the other. */
    private static final class Points {
        private final double[] coordinates;
        private final double[] classes;
        private int size;

        Points(int n) {
            coordinates = DataSet.cells(n, 2);
            classes = new double[n];
        }

        void add(double x, double y, int classNumber) {
            coordinates[2 * size] = x;
            coordinates[2 * size + 1] = y;
            classes[size] = classNumber;
            size++;
        }

        DataSet inOrder() {
            return DataSet.ofFlat(coordinates, 2, classes, 1);
        }

        DataSet shuffledWithNoise(double noise, RandomSource random) {
            DataSet shuffled = inOrder().shuffled(random);
            if (noise == 0) {
                return shuffled;
            }
            double[] moved = shuffled.inputs().clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += random.normal(0, noise);
            }
            return shuffled.withInputs(moved);
        }
    }
}
