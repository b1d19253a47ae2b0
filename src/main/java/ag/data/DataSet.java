package ag.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Samples to learn from: each has some input numbers and the target numbers a model should answer with.
 *
 * <p>The numbers lie in two flat arrays, row after row, so that a number takes eight bytes and nothing more: input
 * column {@code c} of sample {@code r} is {@code inputs()[r * inputWidth() + c]}. A data set never changes; whatever
 * prepares one (shuffling, scaling …) returns another.
 */
public final class DataSet {
    private final int size;
    private final int inputWidth;
    private final int targetWidth;
    private final double[] inputs;
    private final double[] targets;
    private final Names names;

    private record Names(List<String> inputs, List<String> targets, List<String> classes) {
        private static final Names NONE = new Names(List.of(), List.of(), List.of());

        private Names {
            inputs = List.copyOf(inputs);
            targets = List.copyOf(targets);
            classes = List.copyOf(classes);
        }
    }

    private DataSet(double[] inputs, int inputWidth, double[] targets, int targetWidth, Names names) {
        if (inputWidth < 1) {
            throw new IllegalArgumentException("a data set needs at least one input column");
        }
        if (inputs.length == 0) {
            throw new IllegalArgumentException("a data set needs at least one sample");
        }
        if (targetWidth < 0) {
            throw new IllegalArgumentException("a data set cannot have %s target columns".formatted(targetWidth));
        }
        this.size = inputs.length / inputWidth;
        if (inputs.length != size * inputWidth || targets.length != (long) size * targetWidth) {
            throw new IllegalArgumentException("%s inputs in rows of %s do not go with %s targets in rows of %s"
                    .formatted(inputs.length, inputWidth, targets.length, targetWidth));
        }
        this.inputs = inputs;
        this.inputWidth = inputWidth;
        this.targets = targets;
        this.targetWidth = targetWidth;
        requireOneEach(names.inputs(), inputWidth, "input");
        requireOneEach(names.targets(), targetWidth, "target");
        this.names = names;
    }

    private static void requireOneEach(List<String> names, int width, String what) {
        if (!names.isEmpty() && names.size() != width) {
            throw new IllegalArgumentException(
                    "%s %s columns cannot have %s names".formatted(width, what, names.size()));
        }
    }

    /**
     * A data set with a row of inputs and a row of targets for each sample; the rows are copied.
     *
     * @param inputs one row per sample, all of the same length
     * @param targets as many rows, all of the same length
     */
    public static DataSet of(double[][] inputs, double[][] targets) {
        if (inputs.length != targets.length) {
            throw new IllegalArgumentException(
                    "%s rows of inputs do not go with %s rows of targets".formatted(inputs.length, targets.length));
        }
        if (inputs.length == 0) {
            throw new IllegalArgumentException("a data set needs at least one sample");
        }
        return ofFlat(flatten(inputs, "inputs"), inputs[0].length, flatten(targets, "targets"), targets[0].length);
    }

    /**
     * A data set around two flat arrays, row after row. The arrays are taken over, not copied: the caller must not
     * write to them any more.
     */
    public static DataSet ofFlat(double[] inputs, int inputWidth, double[] targets, int targetWidth) {
        return new DataSet(inputs, inputWidth, targets, targetWidth, Names.NONE);
    }

    private static double[] flatten(double[][] rows, String what) {
        int width = rows[0].length;
        double[] flat = cells(rows.length, width);
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != width) {
                throw new IllegalArgumentException(
                        "sample %s has %s %s, but sample 0 has %s".formatted(row, rows[row].length, what, width));
            }
            System.arraycopy(rows[row], 0, flat, row * width, width);
        }
        return flat;
    }

    /** Room for {@code rows * width} numbers, or a message in plain words where no array can be that long. */
    static double[] cells(int rows, int width) {
        long cells = (long) rows * width;
        if (cells > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "%s samples of %s columns are more than fit into memory".formatted(rows, width));
        }
        return new double[(int) cells];
    }

    /** The same samples with names for the columns; an empty list takes the names away. */
    public DataSet withColumnNames(List<String> inputs, List<String> targets) {
        return new DataSet(
                this.inputs, inputWidth, this.targets, targetWidth, new Names(inputs, targets, names.classes()));
    }

    /** The same samples with the words that the targets 0, 1, 2 … stand for. */
    public DataSet withClassNames(List<String> classes) {
        return new DataSet(
                inputs, inputWidth, targets, targetWidth, new Names(names.inputs(), names.targets(), classes));
    }

    /** The same inputs with other targets, one row per sample in a flat array that is taken over; no target names. */
    DataSet withTargets(double[] targets, int targetWidth) {
        return new DataSet(
                inputs, inputWidth, targets, targetWidth, new Names(names.inputs(), List.of(), names.classes()));
    }

    /** The targets in the place of the inputs, so that what is done to inputs can be done to them. */
    DataSet targetsAsInputs() {
        if (targetWidth == 0) {
            throw new IllegalArgumentException("this data set has no targets");
        }
        return ofFlat(targets, targetWidth, targets, targetWidth);
    }

    /** The same targets with other inputs of the same width, in a flat array that is taken over. */
    DataSet withInputs(double[] inputs) {
        return new DataSet(inputs, inputWidth, targets, targetWidth, names);
    }

    /** The number of samples, at least 1. */
    public int size() {
        return size;
    }

    /** The number of input columns, at least 1. */
    public int inputWidth() {
        return inputWidth;
    }

    /** The number of target columns; 0 where there is nothing to answer with. */
    public int targetWidth() {
        return targetWidth;
    }

    /** Names of the input columns; empty where they have none. */
    public List<String> inputNames() {
        return names.inputs();
    }

    /** Names of the target columns; empty where they have none. */
    public List<String> targetNames() {
        return names.targets();
    }

    /**
     * The words that stand behind class numbers: target {@code k} was written as {@code classNames().get(k)}. Empty
     * where the targets were numbers all along.
     */
    public List<String> classNames() {
        return names.classes();
    }

    /** One input number; samples and columns count from 0. */
    public double input(int sample, int column) {
        return inputs[sample * inputWidth + Objects.checkIndex(column, inputWidth)];
    }

    /** One target number; samples and columns count from 0. */
    public double target(int sample, int column) {
        return targets[sample * targetWidth + Objects.checkIndex(column, targetWidth)];
    }

    /** A copy of the inputs of one sample. */
    public double[] inputRow(int sample) {
        int start = Objects.checkIndex(sample, size) * inputWidth;
        return Arrays.copyOfRange(inputs, start, start + inputWidth);
    }

    /** A copy of the targets of one sample. */
    public double[] targetRow(int sample) {
        int start = Objects.checkIndex(sample, size) * targetWidth;
        return Arrays.copyOfRange(targets, start, start + targetWidth);
    }

    /** All inputs, row after row. This is the data set's own array, so that training need not copy it: only read it. */
    public double[] inputs() {
        return inputs;
    }

    /** All targets, row after row. This is the data set's own array, so that training need not copy it: only read it. */
    public double[] targets() {
        return targets;
    }

    /** A data set of the given samples (counted from 0) in the given order; a sample may be there more than once. */
    public DataSet rows(int... samples) {
        double[] chosenInputs = cells(samples.length, inputWidth);
        double[] chosenTargets = cells(samples.length, targetWidth);
        for (int row = 0; row < samples.length; row++) {
            System.arraycopy(inputs, samples[row] * inputWidth, chosenInputs, row * inputWidth, inputWidth);
            System.arraycopy(targets, samples[row] * targetWidth, chosenTargets, row * targetWidth, targetWidth);
        }
        return new DataSet(chosenInputs, inputWidth, chosenTargets, targetWidth, names);
    }

    /** The samples in a random order; scikit-learn's {@code sklearn.utils.shuffle}. */
    public DataSet shuffled(RandomSource random) {
        return rows(random.permutation(size));
    }

    /** A short description such as "100 samples of 2 inputs and 1 target". */
    @Override
    public String toString() {
        return "%s of %s and %s"
                .formatted(counted(size, "sample"), counted(inputWidth, "input"), counted(targetWidth, "target"));
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
