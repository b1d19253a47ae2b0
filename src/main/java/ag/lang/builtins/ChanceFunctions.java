package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.result.Numerals;
import java.util.List;

/** Random numbers. With the same {@code seed} they are the same on every run, and the same as numpy's. */
final class ChanceFunctions {
    private ChanceFunctions() {}

    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                            "random",
                            "",
                            "a random number from 0 up to but without 1",
                            "random()",
                            call -> new Datum.Num(call.workspace().random().random()))
                    .drawing(),
            Builtin.of(
                            "uniform",
                            "low, high",
                            "a random number between low and high",
                            "uniform(-1, 1)",
                            ChanceFunctions::uniform)
                    .drawing(),
            Builtin.of(
                            "normal",
                            "mean, sd",
                            "a random number from the normal distribution",
                            "normal(0, 1)",
                            ChanceFunctions::normal)
                    .drawing(),
            Builtin.of(
                            "choice",
                            "v, weights?",
                            "a random element; with weights, larger ones are likelier",
                            "choice([1, 2, 3])",
                            ChanceFunctions::choice)
                    .drawing());

    private static Datum uniform(Call call) {
        double low = call.number(0);
        double high = call.number(1);
        if (!(low <= high) || Double.isInfinite(high - low)) {
            throw call.problem(
                    ErrorCode.BAD_ARGUMENT,
                    "uniform draws between two finite numbers, the lower one first, and these are "
                            + Numerals.shortest(low) + " and " + Numerals.shortest(high),
                    "write: uniform(-1, 1)");
        }
        return moved(
                call,
                call.scalar(0),
                difference(call),
                call.workspace().random().random());
    }

    private static Datum normal(Call call) {
        double deviation = call.number(1);
        if (!(deviation >= 0) || Double.isInfinite(deviation)) {
            throw call.problem(
                    1,
                    ErrorCode.BAD_ARGUMENT,
                    "a standard deviation is a finite number and not negative, and this is "
                            + Numerals.shortest(deviation),
                    "write: normal(mean, sd)");
        }
        return moved(
                call, call.scalar(0), call.scalar(1), call.workspace().random().normal(0, 1));
    }

    private static Datum difference(Call call) {
        return call.arithmetic().apply(Operation.SUBTRACT, call.scalar(1), call.scalar(0), call.site(), call.span());
    }

    /** {@code start + scale*drawn}, as numpy computes it: what is drawn has no history, and the draw is differentiable in both others. */
    private static Datum moved(Call call, Datum start, Datum scale, double drawn) {
        Arithmetic arithmetic = call.arithmetic();
        Datum distance = arithmetic.apply(Operation.MULTIPLY, scale, new Datum.Num(drawn), call.site(), call.span());
        return arithmetic.apply(Operation.ADD, start, distance, call.site(), call.span());
    }

    private static Datum choice(Call call) {
        List<Datum> items = call.items(0);
        if (items.isEmpty()) {
            throw call.problem(0, ErrorCode.EMPTY, "there is nothing to choose from", "");
        }
        if (!call.has(1)) {
            return items.get(call.workspace().random().integer(items.size()));
        }
        Tensor weights = call.vector(1);
        double[] numbers = call.workspace().numbers(weights);
        if (numbers.length != items.size()) {
            throw call.problem(
                    1,
                    ErrorCode.SHAPE_MISMATCH,
                    "there " + (items.size() == 1 ? "is 1 element" : "are " + items.size() + " elements") + " and "
                            + numbers.length + (numbers.length == 1 ? " weight" : " weights"),
                    "give each element a weight");
        }
        double total = 0;
        for (double number : numbers) {
            if (!(number >= 0)) {
                throw call.problem(1, ErrorCode.BAD_ARGUMENT, "a weight is not negative", "");
            }
            total += number;
        }
        if (!(total > 0) || Double.isInfinite(total)) {
            throw call.problem(1, ErrorCode.BAD_ARGUMENT, "the weights must add up to a positive number", "");
        }
        double aim = call.workspace().random().random() * total;
        int chosen = 0;
        double passed = numbers[0];
        while (passed <= aim && chosen < numbers.length - 1) {
            passed += numbers[++chosen];
        }
        return items.get(chosen);
    }
}
