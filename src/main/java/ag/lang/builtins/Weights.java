package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.result.Numerals;

/**
 * How often each element of a vector counts, as NumPy's {@code average(weights = w)} and {@code cov(fweights = w)} have it: a weight of 3
 * is the same as the element three times.
 *
 * @param numbers a plain number for each element; empty where each counts once
 * @param sum their sum
 */
record Weights(double[] numbers, double sum) {
    private static final int PLACE = 2;

    /** The weights that a call names as its third argument. */
    static Weights of(Call call, Tensor v) {
        if (!call.has(PLACE)) {
            return new Weights(new double[0], v.size());
        }
        Tensor given = call.vector(PLACE);
        if (given.size() != v.size()) {
            throw call.problem(
                    PLACE,
                    ErrorCode.SHAPE_MISMATCH,
                    "there are " + given.size() + " weights for " + v.size() + " elements",
                    "give each element its weight");
        }
        double[] numbers = call.workspace().numbers(given);
        double sum = 0;
        for (double weight : numbers) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw call.problem(
                        PLACE,
                        ErrorCode.BAD_ARGUMENT,
                        "a weight is a number from 0 up, and this is " + Numerals.shortest(weight),
                        "leave out what should not count, or give it the weight 0");
            }
            sum += weight;
        }
        if (!(sum > 0)) {
            throw call.problem(
                    PLACE, ErrorCode.BAD_ARGUMENT, "all weights are 0", "give some element a weight above 0");
        }
        return new Weights(numbers, sum);
    }

    /** The elements, each multiplied with its weight, or with the root of it. */
    Tensor times(Call call, Tensor v, boolean root) {
        if (numbers.length == 0) {
            return v;
        }
        double[] factors = numbers.clone();
        for (int i = 0; root && i < factors.length; i++) {
            factors[i] = Math.sqrt(factors[i]);
        }
        return (Tensor) call.apply(Operation.MULTIPLY, v, v.withNumbers(factors));
    }

    Datum mean(Call call, Tensor v) {
        Datum all = call.arithmetic().reduce(Operation.SUM, times(call, v, false), call.site());
        return call.apply(Operation.DIVIDE, all, new Datum.Num(sum));
    }
}
