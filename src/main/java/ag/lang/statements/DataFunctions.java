package ag.lang.statements;

import ag.data.DataSet;
import ag.data.Generators;
import ag.data.OneHot;
import ag.data.Split;
import ag.data.Standardization;
import ag.engine.Operation;
import ag.lang.builtins.Builtin;
import ag.lang.builtins.Call;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The functions that make and change data sets. */
public final class DataFunctions {
    private DataFunctions() {}

    public static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "make_moons",
                    "n = 100, noise = 0, seed?",
                    "two interleaving half circles, as scikit-learn makes them",
                    "make_moons(n = 4, seed = 1)",
                    call -> made(call, () -> Generators.moons(size(call), noise(call, 1), call.random(2)))),
            Builtin.of(
                    "make_circles",
                    "n = 100, noise = 0, factor = 0.8, seed?",
                    "a large circle around a small one, as scikit-learn makes them",
                    "make_circles(n = 4, seed = 1)",
                    call -> made(
                            call,
                            () -> Generators.circles(
                                    size(call),
                                    noise(call, 1),
                                    call.plain(2, Generators.DEFAULT_FACTOR),
                                    call.random(3)))),
            Builtin.of(
                    "make_blobs",
                    "n = 100, centers = 3, spread = 1, seed?",
                    "round clouds of points, one for each class, as scikit-learn makes them",
                    "make_blobs(n = 4, seed = 1)",
                    call -> made(
                            call,
                            () -> Generators.blobs(
                                    size(call),
                                    call.has(1) ? call.whole(1, 1, Integer.MAX_VALUE) : Generators.DEFAULT_CENTERS,
                                    call.plain(2, Generators.DEFAULT_SPREAD),
                                    call.random(3)))),
            Builtin.of(
                    "make_spirals",
                    "n = 100, arms = 2, turns = 1.5, noise = 0, seed?",
                    "interleaved spirals, one for each class",
                    "make_spirals(n = 4, seed = 1)",
                    call -> made(
                            call,
                            () -> Generators.spirals(
                                    size(call),
                                    call.has(1) ? call.whole(1, 1, Integer.MAX_VALUE) : Generators.DEFAULT_ARMS,
                                    call.plain(2, Generators.DEFAULT_TURNS),
                                    noise(call, 3),
                                    call.random(4)))),
            Builtin.of(
                    "xor",
                    "n?, noise = 0, seed?",
                    "the four corners of a square, 1 where the inputs differ; with n, that many noisy points around"
                            + " them",
                    "xor()",
                    call -> made(
                            call,
                            () -> call.has(0)
                                    ? Generators.xor(size(call), noise(call, 1), call.random(2))
                                    : Generators.xor())),
            Builtin.of(
                    "dataset",
                    "inputs, targets",
                    "a data set of a matrix of inputs, a row for each sample, and as many targets",
                    "dataset([[0, 1], [1, 0]], [1, -1])",
                    DataFunctions::dataset),
            CsvFunction.ROW,
            DescribeFunction.ROW,
            Builtin.of(
                    "split",
                    "d, fraction, seed?, stratify?",
                    "a training and a test set: the samples shuffled and divided; with stratify = true, with the same"
                            + " share of each class in both. Of a text, its parts: split(\"a, b\", \",\")",
                    "split(make_moons(), 0.8, seed = 1)",
                    DataFunctions::split),
            Builtin.of(
                    "standardize",
                    "d, like?, targets?",
                    "each input column with mean 0 and standard deviation 1; with like, rescaled as that data set"
                            + " would be; with targets = true the targets too",
                    "standardize(make_moons())",
                    DataFunctions::standardize),
            Builtin.of(
                    "unstandardize",
                    "p, like",
                    "a prediction of standardized targets in the units of the data set they came from",
                    "unstandardize(1.5, like = dataset([1, 2, 3], [10, 20, 60]))",
                    DataFunctions::unstandardize),
            Builtin.of(
                    "shuffle",
                    "d, seed?",
                    "the samples of a data set, or the elements of a list, in random order",
                    "shuffle([1, 2, 3], seed = 1)",
                    DataFunctions::shuffle),
            Builtin.of(
                    "one_hot",
                    "d, classes?",
                    "class numbers as vectors with a single 1; of a data set its targets, of a vector a matrix",
                    "one_hot([0, 2, 1])",
                    DataFunctions::oneHot));

    private static int size(Call call) {
        return call.has(0) ? call.whole(0, 1, Integer.MAX_VALUE) : Generators.DEFAULT_SAMPLES;
    }

    private static double noise(Call call, int parameter) {
        return call.plain(parameter, 0);
    }

    private static double fraction(Call call) {
        double fraction = call.number(1);
        if (!(fraction > 0 && fraction < 1)) {
            throw call.problem(
                    1,
                    ErrorCode.BAD_ARGUMENT,
                    "the fraction is above 0 and below 1: both parts get samples",
                    "write: split(d, 0.8)");
        }
        int size = data(call, 0).size();
        if (fraction * size < 1) {
            throw call.problem(
                    1,
                    ErrorCode.BAD_ARGUMENT,
                    "this leaves none of the " + size + " samples to train on",
                    "write a larger fraction: split(d, 0.8)");
        }
        return fraction;
    }

    private static boolean isSet(Call call, int parameter) {
        if (!call.has(parameter)) {
            return false;
        }
        if (call.get(parameter) instanceof Datum.Bool(boolean value)) {
            return value;
        }
        throw call.wrongType(parameter, "true or false");
    }

    private static Datum split(Call call) {
        if (call.get(0) instanceof Datum.Text(String text)) {
            return texts(call, text);
        }
        boolean stratified = isSet(call, 3);
        double fraction = fraction(call);
        try {
            Split split = Split.of(data(call, 0), fraction, stratified, call.random(2));
            return new Datum.Items(List.of(new DataThing(split.train()), new DataThing(split.test())));
        } catch (IllegalArgumentException problem) {
            throw call.problem(ErrorCode.BAD_ARGUMENT, String.valueOf(problem.getMessage()), "leave stratify out");
        }
    }

    /** The parts of a text between the separators, without the spaces around them. */
    private static Datum texts(Call call, String text) {
        String separator = call.text(1);
        if (separator.isEmpty()) {
            throw call.problem(1, ErrorCode.BAD_ARGUMENT, "a text is split at something", "write: chars(text)");
        }
        List<Datum> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(new Datum.Text(text.substring(from, at).strip()));
            from = at + separator.length();
        }
        parts.add(new Datum.Text(text.substring(from).strip()));
        return new Datum.Items(parts);
    }

    private static Datum standardize(Call call) {
        DataSet like = data(call, call.has(1) ? 1 : 0);
        boolean targets = isSet(call, 2);
        if (targets && !like.classNames().isEmpty()) {
            throw call.problem(
                    2, ErrorCode.BAD_ARGUMENT, "the targets are classes, which have no mean", "leave targets out");
        }
        return made(call, () -> {
            DataSet scaled = Standardization.of(like).apply(data(call, 0));
            return targets ? Standardization.ofTargets(like).applyToTargets(scaled) : scaled;
        });
    }

    private static Datum unstandardize(Call call) {
        Standardization scale;
        try {
            scale = Standardization.ofTargets(data(call, 1));
        } catch (IllegalArgumentException problem) {
            throw call.problem(1, ErrorCode.BAD_ARGUMENT, String.valueOf(problem.getMessage()), "");
        }
        boolean single = scale.means().length == 1;
        Datum deviations = single ? new Datum.Num(scale.deviations()[0]) : Tensor.vector(scale.deviations());
        Datum means = single ? new Datum.Num(scale.means()[0]) : Tensor.vector(scale.means());
        Datum stretched =
                call.arithmetic().apply(Operation.MULTIPLY, call.numeric(0), deviations, call.site(), call.span());
        return call.arithmetic().apply(Operation.ADD, stretched, means, call.site(), call.span());
    }

    private static Datum shuffle(Call call) {
        if (!Lists.hasItems(call.get(0))) {
            return new DataThing(data(call, 0).shuffled(call.random(1)));
        }
        List<Datum> items = call.items(0);
        List<Datum> shuffled = new ArrayList<>();
        for (int index : call.random(1).permutation(items.size())) {
            shuffled.add(items.get(index));
        }
        return shuffled.isEmpty() ? call.get(0) : Lists.of(call.workspace(), shuffled);
    }

    private static DataSet data(Call call, int parameter) {
        if (call.get(parameter) instanceof DataThing thing) {
            return thing.data();
        }
        throw call.wrongType(parameter, "a data set");
    }

    /** A vector of inputs is one column, a vector of targets one target for each sample. */
    private static Datum dataset(Call call) {
        Tensor inputs = call.nonEmpty(0);
        Tensor targets = call.nonEmpty(1);
        int samples = samples(inputs);
        if (samples(targets) != samples) {
            throw call.problem(
                    1,
                    ErrorCode.SHAPE_MISMATCH,
                    "there are " + samples(targets) + " targets for " + samples + " samples",
                    "give one target, or one row of them, for each row of inputs");
        }
        call.requirePlain(0);
        call.requirePlain(1);
        double[] numbers = call.workspace().numbers(inputs);
        double[] wanted = call.workspace().numbers(targets);
        return new DataThing(DataSet.ofFlat(numbers, numbers.length / samples, wanted, wanted.length / samples));
    }

    private static int samples(Tensor tensor) {
        return tensor.isMatrix() ? tensor.rows() : tensor.size();
    }

    /** The generators word their own objections to an argument. */
    private static Datum made(Call call, Supplier<DataSet> make) {
        try {
            return new DataThing(make.get());
        } catch (IllegalArgumentException problem) {
            throw call.problem(ErrorCode.BAD_ARGUMENT, String.valueOf(problem.getMessage()), "");
        }
    }

    private static Datum oneHot(Call call) {
        try {
            if (call.get(0) instanceof DataThing thing) {
                return new DataThing(
                        call.has(1)
                                ? OneHot.of(thing.data(), call.whole(1, 1, Integer.MAX_VALUE))
                                : OneHot.of(thing.data()));
            }
            double[] numbers = call.workspace().numbers(call.vector(0));
            int classes = call.has(1) ? call.whole(1, 1, Integer.MAX_VALUE) : 1;
            for (double number : numbers) {
                classes = call.has(1) ? classes : Math.max(classes, (int) number + 1);
            }
            return Tensor.matrix(numbers.length, classes, OneHot.encode(numbers, classes));
        } catch (IllegalArgumentException problem) {
            throw call.problem(ErrorCode.BAD_ARGUMENT, String.valueOf(problem.getMessage()), "");
        }
    }
}
