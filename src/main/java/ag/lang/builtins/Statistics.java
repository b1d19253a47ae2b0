package ag.lang.builtins;

import ag.engine.Elementary;
import ag.engine.Operation;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is often asked of a sample of numbers. */
final class Statistics {
    private Statistics() {}

    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "variance",
                    "v, axis?, weights?",
                    "mean squared distance from the mean, over n - 1 as PyTorch's var; weights say how often each"
                            + " element counts, and n is their sum",
                    "variance([1, 2, 6])",
                    call -> ReducedAxis.of(call, 1, v -> variance(call, v, Weights.of(call, v)))),
            Builtin.of(
                    "var",
                    "v, axis?, weights?",
                    "another name of variance",
                    "var([[1, 2], [3, 6]], axis = 0)",
                    call -> ReducedAxis.of(call, 1, v -> variance(call, v, Weights.of(call, v)))),
            Builtin.of(
                    "std",
                    "v, axis?, weights?",
                    "standard deviation: the root of the variance; its derivative is 0 where all elements are equal",
                    "std([1, 2, 6])",
                    call -> ReducedAxis.of(call, 1, v -> deviation(call, v, Weights.of(call, v)))),
            Builtin.of(
                    "median",
                    "v, axis?",
                    "the element in the middle by size, or the mean of the two there",
                    "median([5, 1, 2, 9])",
                    call -> ReducedAxis.of(call, 1, v -> quantile(call, v, new Datum.Num(0.5)))),
            Builtin.of(
                    "quantile",
                    "v, q, axis?",
                    "the number below which a share q of the elements lies, on the straight line between neighbours; q"
                            + " may be a vector",
                    "quantile([5, 1, 2, 9], 0.25)",
                    Statistics::quantiles),
            Builtin.of(
                    "cumsum",
                    "v, axis?",
                    "running sums: v[0], v[0] + v[1], …; along an axis, of each column (0) or row (1)",
                    "cumsum([1, 2, 3])",
                    call -> along(call, v -> running(call, v, Operation.ADD))),
            Builtin.of(
                    "cumprod",
                    "v, axis?",
                    "running products: v[0], v[0]*v[1], …; along an axis, of each column (0) or row (1)",
                    "cumprod([1, 2, 3])",
                    call -> along(call, v -> running(call, v, Operation.MULTIPLY))),
            Builtin.of(
                    "diff",
                    "v, axis?",
                    "differences of neighbours: v[1] - v[0], v[2] - v[1], …; along an axis, of each column (0) or row"
                            + " (1)",
                    "diff([1, 4, 9])",
                    call -> along(call, v -> differences(call, v))));

    /** What the function makes of a vector, or of each column or row, which stay columns and rows. */
    private static Datum along(Call call, UnaryOperator<Tensor> function) {
        if (!call.has(1)) {
            return function.apply(call.vector(0));
        }
        Datum lines = ReducedAxis.of(call, 1, function::apply);
        return call.number(1) == 0 && lines instanceof Tensor matrix ? matrix.transpose() : lines;
    }

    private static Datum distances(Call call, Tensor v, Weights weights) {
        if (v.size() < 2) {
            throw call.problem(0, ErrorCode.EMPTY, call.name() + " needs at least two elements", "");
        }
        return call.apply(Operation.SUBTRACT, v, weights.mean(call, v));
    }

    private static Datum variance(Call call, Tensor v, Weights weights) {
        Datum squares = call.apply(Operation.POWER, distances(call, v, weights), new Datum.Num(2));
        Datum sum = call.arithmetic().reduce(Operation.SUM, weights.times(call, (Tensor) squares, false), call.site());
        return call.apply(Operation.DIVIDE, sum, new Datum.Num(weights.sum() - 1));
    }

    private static Datum deviation(Call call, Tensor v, Weights weights) {
        Tensor distances = weights.times(call, (Tensor) distances(call, v, weights), true);
        Datum length = call.arithmetic().reduce(Operation.NORM, distances, call.site());
        return call.apply(Operation.DIVIDE, length, new Datum.Num(Math.sqrt(weights.sum() - 1)));
    }

    private static Datum quantiles(Call call) {
        if (!(call.numeric(1) instanceof Tensor shares)) {
            return ReducedAxis.of(call, 2, v -> quantile(call, v, call.get(1)));
        }
        Tensor vector = call.nonEmpty(0);
        if (call.has(2)) {
            throw call.problem(2, ErrorCode.BAD_ARGUMENT, "along an axis goes one share q", "give q as a number");
        }
        List<Datum> found = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            found.add(quantile(call, vector, shares.element(i)));
        }
        return found.isEmpty() ? shares : ((Tensor) Lists.of(call.workspace(), found)).reshapedLike(shares);
    }

    private static Datum quantile(Call call, Tensor v, Datum share) {
        double q = call.workspace().number(share);
        if (!(q >= 0 && q <= 1)) {
            throw call.problem(
                    1,
                    ErrorCode.BAD_ARGUMENT,
                    "a share is from 0 to 1, and this is " + Numerals.shortest(q),
                    "a quarter is 0.25");
        }
        Tensor sorted = ListFunctions.sorted(call.workspace(), v.flat());
        int last = v.size() - 1;
        int below = Math.min((int) Math.floor(q * last), Math.max(last - 1, 0));
        if (last == 0) {
            return sorted.element(0);
        }
        double[] numbers = call.workspace().numbers(sorted);
        if (Double.isNaN(numbers[last])) {
            return sorted.element(last);
        }
        Datum place = call.apply(Operation.MULTIPLY, share, new Datum.Num(last));
        Datum part = call.apply(Operation.SUBTRACT, place, new Datum.Num(below));
        Datum low = sorted.element(below);
        if (part instanceof Datum.Num(double whole) && (whole == 0 || whole == 1)) {
            return sorted.element(below + (int) Elementary.round(whole));
        }
        Datum step = call.apply(Operation.SUBTRACT, sorted.element(below + 1), low);
        return call.apply(Operation.ADD, low, call.apply(Operation.MULTIPLY, part, step));
    }

    private static Tensor running(Call call, Tensor v, Operation operation) {
        List<Datum> all = new ArrayList<>();
        for (int i = 0; i < v.size(); i++) {
            all.add(i == 0 ? v.element(0) : call.apply(operation, all.getLast(), v.element(i)));
        }
        return all.isEmpty() ? v : (Tensor) Lists.of(call.workspace(), all);
    }

    private static Tensor differences(Call call, Tensor v) {
        return v.size() < 2
                ? Tensor.vector(new double[0])
                : (Tensor) call.apply(Operation.SUBTRACT, v.slice(1, v.size()), v.slice(0, v.size() - 1));
    }
}
