package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Selection;
import ag.lang.values.Tensor;

/**
 * Logarithms of probabilities that a vector of scores stands for. Where one class is nearly certain, its logarithm is nearly 0
 * and so is its gradient: both are sums over the other classes here, not differences of what is nearly alike.
 */
final class Logits {
    private Logits() {}

    /** Each element less the logarithm of the sum of all exponentials: the plain formula. */
    static Datum lessWhole(Call call, Tensor scores) {
        Arithmetic arithmetic = call.arithmetic();
        Datum whole = arithmetic.reduce(Operation.LOGSUMEXP, scores, call.site());
        return arithmetic.apply(Operation.SUBTRACT, scores, whole, call.site(), call.span());
    }

    /**
     * The logarithm of each probability. The largest score is taken off all of them first, as a number, which leaves the result
     * and its derivatives as they are; the largest logarithm is computed as the others' doing. Whatever an input is set to
     * later, the formula stays true. One that is recorded for many samples has no largest score yet.
     *
     * @param plain the same by the plain formula
     */
    static Datum logSoftmax(Call call, Datum plain) {
        Tensor scores = call.vector(0);
        double[] numbers = call.workspace().shown(scores);
        int largest = largest(numbers);
        if (call.workspace().evaluation().isRecording() || numbers.length == 1 || !Double.isFinite(numbers[largest])) {
            return plain;
        }
        Arithmetic arithmetic = call.arithmetic();
        Datum shifted =
                arithmetic.apply(Operation.SUBTRACT, scores, new Datum.Num(numbers[largest]), call.site(), call.span());
        Datum surprise = surprise(call, scores, largest);
        Datum negated = arithmetic.apply(Operation.NEGATE, surprise, call.site(), call.span());
        return replaced(call, (Tensor) lessWhole(call, (Tensor) shifted), largest, negated);
    }

    /** Minus the logarithm of the probability of one class: log Σ e^(v - v[k]), with an exact 0 for the class itself. */
    private static Datum surprise(Call call, Tensor scores, int k) {
        Datum differences =
                call.arithmetic().apply(Operation.SUBTRACT, scores, scores.element(k), call.site(), call.span());
        Tensor others = replaced(call, (Tensor) differences, k, new Datum.Num(0));
        return call.arithmetic().reduce(Operation.LOGSUMEXP, others, call.site());
    }

    private static Tensor replaced(Call call, Tensor tensor, int k, Datum element) {
        if (tensor.hasHistory()) {
            int[] nodes = tensor.nodes().clone();
            nodes[k] = call.workspace().node(element);
            return Tensor.ofNodes(nodes);
        }
        double[] numbers = tensor.numbers().clone();
        numbers[k] = call.workspace().number(element);
        return Tensor.vector(numbers);
    }

    private static int largest(double[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }
        return largest;
    }

    static Datum crossEntropy(Call call) {
        Tensor scores = call.vector(0);
        Arithmetic arithmetic = call.arithmetic();
        if (call.get(1) instanceof Tensor targets) {
            if (!targets.sameShape(scores)) {
                throw call.problem(
                        1,
                        "shape-mismatch",
                        "cross_entropy needs a probability for each of the " + scores.rows()
                                + " classes, and this is a " + targets.shape(),
                        "");
            }
            Datum logs = logSoftmax(call, lessWhole(call, scores));
            Datum products = arithmetic.apply(Operation.MULTIPLY, logs, call.vector(1), call.site(), call.span());
            Datum sum = arithmetic.reduce(Operation.SUM, (Tensor) products, call.site());
            return arithmetic.apply(Operation.NEGATE, sum, call.site(), call.span());
        }
        call.nonEmpty(0);
        if (Selection.isOpen(call.workspace(), call.get(1))) {
            Datum right = Selection.element(call.workspace(), scores, call.get(1));
            Datum whole = arithmetic.reduce(Operation.LOGSUMEXP, scores, call.site());
            return arithmetic.apply(Operation.SUBTRACT, whole, right, call.site(), call.span());
        }
        int k = call.whole(1, 0, scores.rows() - 1);
        return scores.rows() == 1 || call.workspace().evaluation().isRecording()
                ? arithmetic.apply(
                        Operation.SUBTRACT,
                        arithmetic.reduce(Operation.LOGSUMEXP, scores, call.site()),
                        scores.element(k),
                        call.site(),
                        call.span())
                : surprise(call, scores, k);
    }
}
