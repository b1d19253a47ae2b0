package ag.lang.builtins;

import ag.engine.Operation;
import ag.engine.Tape;
import ag.lang.source.ErrorCode;
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

    /** The probability of each class. */
    static Datum softmax(Call call) {
        return call.arithmetic().apply(Operation.EXP, logSoftmax(call), call.site(), call.span());
    }

    /**
     * The logarithm of each probability. The largest score is taken off all of them first, as a number, which leaves the result
     * and its derivatives as they are; the largest logarithm is computed as the others' doing. Whatever an input is set to
     * later, the formula stays true. Where one is recorded for many samples, any score may turn out to be the largest, so every
     * logarithm is computed as the others' doing.
     */
    static Datum logSoftmax(Call call) {
        Tensor scores = call.vector(0);
        if (call.nonEmpty(0).isMatrix()) {
            throw call.wrongType(0, "a vector");
        }
        if (scores.rows() == 1) {
            return lessWhole(call, scores);
        }
        if (call.workspace().evaluation().isRecording() && scores.hasHistory()) {
            int[] logs = new int[scores.rows()];
            for (int k = 0; k < logs.length; k++) {
                logs[k] = call.workspace().node(negated(call, surprise(call, scores, k)));
            }
            return Tensor.ofNodes(logs);
        }
        double[] numbers = call.workspace().shown(scores);
        int largest = largest(numbers);
        if (!Double.isFinite(numbers[largest])) {
            return lessWhole(call, scores);
        }
        Datum shifted = call.arithmetic()
                .apply(Operation.SUBTRACT, scores, new Datum.Num(numbers[largest]), call.site(), call.span());
        Datum ofLargest = negated(call, surprise(call, scores, largest));
        return replaced(call, (Tensor) lessWhole(call, (Tensor) shifted), largest, ofLargest);
    }

    /** Each element less the logarithm of the sum of all exponentials: the plain formula. */
    private static Datum lessWhole(Call call, Tensor scores) {
        Arithmetic arithmetic = call.arithmetic();
        Datum whole = arithmetic.reduce(Operation.LOGSUMEXP, scores, call.site());
        return arithmetic.apply(Operation.SUBTRACT, scores, whole, call.site(), call.span());
    }

    private static Datum negated(Call call, Datum datum) {
        return call.arithmetic().apply(Operation.NEGATE, datum, call.site(), call.span());
    }

    /** Minus the logarithm of the probability of one class: log Σ e^(v - v[k]), with an exact 0 for the class itself. */
    private static Datum surprise(Call call, Tensor scores, int k) {
        Datum differences =
                call.arithmetic().apply(Operation.SUBTRACT, scores, scores.element(k), call.site(), call.span());
        Tensor others = replaced(call, (Tensor) differences, k, new Datum.Num(0));
        return call.arithmetic().reduce(Operation.LOGSUMEXP, others, call.site());
    }

    /** The same for a class whose number differs from sample to sample: the gate makes the 0 of the class itself. */
    private static Datum surprise(Call call, Tensor scores, Datum open) {
        Tape tape = call.workspace().tape();
        int[] nodes = call.workspace().nodes(scores);
        int own = call.workspace().node(Selection.element(call.workspace(), scores, open));
        int place = call.workspace().node(open);
        int[] others = new int[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            int isOther = tape.apply(
                    Operation.SUBTRACT, tape.constant(1), tape.apply(Operation.EQUAL, place, tape.constant(k)));
            others[k] = tape.apply(Operation.GATE, isOther, tape.apply(Operation.SUBTRACT, nodes[k], own));
        }
        return new Datum.Scalar(tape.reduce(Operation.LOGSUMEXP, others));
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
                        ErrorCode.SHAPE_MISMATCH,
                        "cross_entropy needs a probability for each of the " + scores.rows()
                                + " classes, and this is a " + targets.shape(),
                        "");
            }
            Datum logs = logSoftmax(call);
            Datum products = arithmetic.apply(Operation.MULTIPLY, logs, call.vector(1), call.site(), call.span());
            Datum sum = arithmetic.reduce(Operation.SUM, (Tensor) products, call.site());
            return negated(call, sum);
        }
        call.nonEmpty(0);
        if (Selection.isOpen(call.workspace(), call.get(1))) {
            return surprise(call, scores, call.get(1));
        }
        int k = call.whole(1, 0, scores.rows() - 1);
        return scores.rows() == 1
                ? negated(call, ((Tensor) lessWhole(call, scores)).element(0))
                : surprise(call, scores, k);
    }
}
