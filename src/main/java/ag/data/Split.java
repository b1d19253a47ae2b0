package ag.data;

import java.util.Arrays;

/**
 * A data set in two parts: one to train on and one, never seen in training, to test with.
 *
 * @param train the part to train on
 * @param test all other samples
 */
public record Split(DataSet train, DataSet test) {
    /**
     * Shuffles the samples and divides them as scikit-learn's {@code train_test_split(train_size=fraction)} does: the
     * number of training samples is {@code fraction * size} rounded down; of the random order the first samples are the
     * test part and those after them the training part.
     *
     * @param fraction how much goes into the training part, above 0 and below 1, and at least one sample
     */
    public static Split of(DataSet data, double fraction, RandomSource random) {
        return of(data, fraction, false, random);
    }

    /**
     * As {@link #of(DataSet, double, RandomSource)}; with {@code stratified}, both parts hold as much of each class as the whole does, as
     * scikit-learn's {@code train_test_split(stratify=targets)} divides them.
     */
    public static Split of(DataSet data, double fraction, boolean stratified, RandomSource random) {
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("a split needs a fraction between 0 and 1, not " + fraction);
        }
        int train = (int) Math.floor(fraction * data.size());
        if (train == 0) {
            throw new IllegalArgumentException(
                    "a split of %s samples at %s leaves none to train on".formatted(data.size(), fraction));
        }
        int test = data.size() - train;
        if (stratified) {
            return StratifiedSplit.of(data, train, random);
        }
        int[] order = random.permutation(data.size());
        return new Split(
                data.rows(Arrays.copyOfRange(order, test, order.length)), data.rows(Arrays.copyOf(order, test)));
    }
}
