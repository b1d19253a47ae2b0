package ag.data;

/**
 * Turns class numbers into rows that are 1 at the class and 0 elsewhere: with three classes, 2 becomes 0, 0, 1. A
 * network with one output per class can be compared with such a row.
 */
public final class OneHot {
    private OneHot() {}

    /**
     * The rows for the given class numbers, one after the other in a flat array of
     * {@code classNumbers.length * classes} numbers.
     *
     * @param classNumbers whole numbers from 0 to {@code classes - 1}
     */
    public static double[] encode(double[] classNumbers, int classes) {
        if (classes < 1) {
            throw new IllegalArgumentException("one_hot needs at least one class, not " + classes);
        }
        double[] rows = DataSet.cells(classNumbers.length, classes);
        for (int sample = 0; sample < classNumbers.length; sample++) {
            rows[sample * classes + checkedClass(classNumbers[sample], sample, classes)] = 1;
        }
        return rows;
    }

    /**
     * The data set with one target column per class instead of the class number. Where the classes have names, these
     * become the names of the columns.
     *
     * @param data a data set with a single target column of class numbers
     */
    public static DataSet of(DataSet data, int classes) {
        requireClassNumbers(data);
        DataSet encoded = data.withTargets(encode(data.targets(), classes), classes);
        boolean named = data.classNames().size() == classes;
        return named ? encoded.withColumnNames(data.inputNames(), data.classNames()) : encoded;
    }

    /** As {@link #of(DataSet, int)} with as many classes as have names, or else up to the largest class number. */
    public static DataSet of(DataSet data) {
        requireClassNumbers(data);
        return of(
                data,
                data.classNames().isEmpty()
                        ? largestClass(data.targets()) + 1
                        : data.classNames().size());
    }

    private static void requireClassNumbers(DataSet data) {
        if (data.targetWidth() != 1) {
            throw new IllegalArgumentException(
                    "one_hot needs a single target column of class numbers, not %s".formatted(data.targetWidth()));
        }
    }

    private static int largestClass(double[] classNumbers) {
        int largest = 0;
        for (int sample = 0; sample < classNumbers.length; sample++) {
            largest = Math.max(largest, checkedClass(classNumbers[sample], sample, Integer.MAX_VALUE));
        }
        return largest;
    }

    private static int checkedClass(double number, int sample, int classes) {
        int classNumber = (int) number;
        if (classNumber != number || classNumber < 0 || classNumber >= classes) {
            String bound = classes == Integer.MAX_VALUE ? "0 on" : "0 to " + (classes - 1);
            throw new IllegalArgumentException("sample %s has the target %s, but classes are whole numbers from %s"
                    .formatted(sample, number, bound));
        }
        return classNumber;
    }
}
