package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import java.util.List;

/** Functions of vectors and matrices that are made of operations, and {@code clamp}. */
final class VectorFunctions {
    private VectorFunctions() {}

    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "clamp",
                    "x, low, high",
                    "x, but not below low nor above high; at the bounds x has derivative 1",
                    "clamp(2, -1, 1)",
                    VectorFunctions::clamp),
            Builtin.of(
                            "mean",
                            "v, axis?, weights?",
                            "the sum of the elements over their number; along an axis, of each column (0) or row (1);"
                                    + " weights say how often each element counts",
                            "mean([1, 2, 6])",
                            VectorFunctions::mean)
                    .goingThroughItems(),
            Builtin.of(
                            "prod",
                            "v, axis?",
                            "product of a vector's elements",
                            "prod([2, 3, 4])",
                            VectorFunctions::product)
                    .goingThroughItems(),
            Builtin.of(
                    "softmax",
                    "v",
                    "exponentials divided by their sum: positive, together 1",
                    "softmax([1, 2, 3])",
                    Logits::softmax),
            Builtin.of(
                    "log_softmax",
                    "v",
                    "logarithm of softmax, without overflow",
                    "log_softmax([1, 2, 3])",
                    Logits::logSoftmax),
            Builtin.of(
                    "cross_entropy",
                    "v, k",
                    "minus log_softmax(v)[k]: the loss of logits v when class k is right; k may be a vector of"
                            + " probabilities",
                    "cross_entropy([0.2, 0.7], 1)",
                    Logits::crossEntropy),
            Builtin.of(
                    "transpose",
                    "m",
                    "rows become columns",
                    "transpose([[1, 2], [3, 4]])",
                    call -> call.tensor(0).transpose()));

    private static Datum mean(Call call) {
        if (call.has(1) || call.has(2)) {
            return ReducedAxis.of(call, 1, each -> Weights.of(call, each).mean(call, each));
        }
        return PlaceByPlace.of(
                call, () -> call.nonEmpty(0), each -> mean(call.arithmetic(), each, call.site(), call.span()));
    }

    static Datum mean(Arithmetic arithmetic, Tensor tensor, int site, Span span) {
        Datum sum = arithmetic.reduce(Operation.SUM, tensor, site);
        return arithmetic.apply(Operation.DIVIDE, sum, new Datum.Num(tensor.size()), site, span);
    }

    private static Datum clamp(Call call) {
        for (int bound = 1; bound <= 2; bound++) {
            call.numeric(bound);
            if (call.numeric(0) instanceof Tensor x && call.get(bound) instanceof Tensor y && !x.sameShape(y)) {
                throw call.problem(
                        bound,
                        ErrorCode.SHAPE_MISMATCH,
                        "clamp needs bounds of one shape with x: x is a " + x.shape() + ", this a " + y.shape(),
                        "a number as a bound goes with any shape");
            }
        }
        Datum above = call.arithmetic().apply(Operation.CLAMP_MIN, call.get(0), call.get(1), call.site(), call.span());
        return call.arithmetic().apply(Operation.CLAMP_MAX, above, call.get(2), call.site(), call.span());
    }

    private static Datum product(Call call) {
        if (call.has(1)) {
            return ReducedAxis.of(call, 1, each -> product(call, each));
        }
        return PlaceByPlace.of(call, () -> call.tensor(0), each -> product(call, each));
    }

    private static Datum product(Call call, Tensor tensor) {
        Datum product = new Datum.Num(1);
        for (int i = 0; i < tensor.size(); i++) {
            product = i == 0
                    ? tensor.element(0)
                    : call.arithmetic().apply(Operation.MULTIPLY, product, tensor.element(i), call.site(), call.span());
        }
        return product;
    }
}
