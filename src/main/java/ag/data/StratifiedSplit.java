package ag.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Divides the samples of each class by themselves, with the draws of scikit-learn's {@code StratifiedShuffleSplit}. */
final class StratifiedSplit {
    private StratifiedSplit() {}

    static Split of(DataSet data, int train, RandomSource random) {
        int[][] classes = classes(data);
        int test = data.size() - train;
        if (train < classes.length || test < classes.length) {
            throw new IllegalArgumentException("%s samples to train on and %s to test with do not hold all %s classes"
                    .formatted(train, test, classes.length));
        }
        int[] sizes = Arrays.stream(classes).mapToInt(members -> members.length).toArray();
        int[] toTrain = shares(sizes, train, random);
        int[] rest =
                IntStream.range(0, sizes.length).map(i -> sizes[i] - toTrain[i]).toArray();
        int[] toTest = shares(rest, test, random);
        List<Integer> trainRows = new ArrayList<>();
        List<Integer> testRows = new ArrayList<>();
        for (int i = 0; i < classes.length; i++) {
            int[] order = random.permutation(sizes[i]);
            for (int k = 0; k < toTrain[i] + toTest[i]; k++) {
                (k < toTrain[i] ? trainRows : testRows).add(classes[i][order[k]]);
            }
        }
        return new Split(data.rows(shuffled(trainRows, random)), data.rows(shuffled(testRows, random)));
    }

    /** The samples of each class, in the order of the classes. */
    private static int[][] classes(DataSet data) {
        if (data.targetWidth() != 1) {
            throw new IllegalArgumentException("a stratified split goes by one target, the class");
        }
        TreeMap<Double, List<Integer>> members = new TreeMap<>();
        for (int row = 0; row < data.size(); row++) {
            members.computeIfAbsent(data.target(row, 0), _ -> new ArrayList<>()).add(row);
        }
        members.forEach((target, rows) -> {
            if (rows.size() < 2) {
                throw new IllegalArgumentException(
                        "the class %s has one sample, which cannot stand in both parts".formatted(target));
            }
        });
        return members.values().stream()
                .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** How many of each class make {@code total}: the likeliest numbers of a draw without replacement, ties broken by chance. */
    private static int[] shares(int[] sizes, int total, RandomSource random) {
        double all = Arrays.stream(sizes).sum();
        int[] shares = new int[sizes.length];
        double[] rests = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            double exact = sizes[i] / all * total;
            shares[i] = (int) Math.floor(exact);
            rests[i] = exact - shares[i];
        }
        int missing = total - Arrays.stream(shares).sum();
        double[] values = Arrays.stream(rests).distinct().sorted().toArray();
        for (int v = values.length - 1; v >= 0 && missing > 0; v--) {
            double value = values[v];
            int[] tied = IntStream.range(0, rests.length)
                    .filter(i -> rests[i] == value)
                    .toArray();
            int taken = Math.min(tied.length, missing);
            int[] order = random.permutation(tied.length);
            for (int k = 0; k < taken; k++) {
                shares[tied[order[k]]]++;
            }
            missing -= taken;
        }
        return shares;
    }

    private static int[] shuffled(List<Integer> rows, RandomSource random) {
        return Arrays.stream(random.permutation(rows.size())).map(rows::get).toArray();
    }
}
