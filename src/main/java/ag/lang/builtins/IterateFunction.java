package ag.lang.builtins;

import ag.engine.Operation;
import ag.engine.Section;
import ag.engine.Tape;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * A function applied to its own result many times over. Few steps are recorded as a loop would record them. Of many only every so-manieth value
 * is kept, as plain numbers (a checkpoint); the gradient comes from going back over one stretch after the other, each recorded
 * again from where it began. What is left on the tape is the last value with its slopes in what the steps are built on.
 */
final class IterateFunction {
    /** Up to this many steps are recorded, and have derivatives of all orders. */
    private static final int RECORDED = 10_000;

    private static final int MOST = 1_000_000_000;

    static final List<Builtin> ROWS = List.of(Builtin.of(
            "iterate",
            "f, start, n, every?",
            "f(f(… f(start))), n steps; more than 10000, or with every, are recorded in stretches: little memory, first"
                    + " derivatives alone",
            "iterate(cos, 1, 100)",
            IterateFunction::iterate));

    private final Call call;
    private final Workspace workspace;
    private final Tape tape;
    private final Callable function;
    private final int steps;
    private final int every;

    private IterateFunction(Call call, int steps, int every) {
        this.call = call;
        this.workspace = call.workspace();
        this.tape = workspace.tape();
        this.function = call.function(0);
        this.steps = steps;
        this.every = every;
    }

    private static Datum iterate(Call call) {
        call.function(0);
        Datum start = call.numeric(1);
        int steps = call.whole(2, 0, MOST);
        boolean inStretches = call.has(3) || steps > RECORDED;
        // A mistake in the derivatives, made on purpose, is made where all steps are there.
        if (!inStretches || call.workspace().tape().fault() != null) {
            return new IterateFunction(call, steps, steps).repeated(start, steps, false);
        }
        int every = call.has(3) ? call.whole(3, 1, MOST) : (int) Math.ceil(Math.sqrt(steps));
        return new IterateFunction(call, steps, every).inStretches(start);
    }

    /** The value after this many steps, in the shape of what it began with. */
    private Datum repeated(Datum start, int times, boolean plain) {
        Datum end = function.repeated(workspace, start, times, plain, call.span(), call.site());
        boolean same = Arithmetic.isNumber(start)
                ? Arithmetic.isNumber(end)
                : end instanceof Tensor tensor && tensor.sameShape((Tensor) start);
        if (!same) {
            throw call.problem(
                    0,
                    ErrorCode.SHAPE_MISMATCH,
                    "iterate needs a function that gives what it is given, and of " + Kinds.article(start)
                            + " this gives " + Kinds.article(end),
                    "several values go together as a vector: v -> [v[1], v[0] + v[1]]");
        }
        return end;
    }

    private Datum inStretches(Datum start) {
        if (steps == 0) {
            return start;
        }
        long version = workspace.inputs().version();
        List<Datum> checkpoints = new ArrayList<>();
        boolean historic = Arithmetic.hasHistory(start);
        Datum now = numbers(start);
        for (int from = 0; from < steps; from += every) {
            checkpoints.add(now);
            try (Evaluation evaluation = workspace.evaluation().formula()) {
                int mark = tape.mark();
                long rebuilds = workspace.rebuilds();
                Datum end = repeated(now, length(from), true);
                historic |= Arithmetic.hasHistory(end) || evaluation.looked();
                now = numbers(end);
                if (rebuilds == workspace.rebuilds()) {
                    tape.rewind(mark);
                }
                if (evaluation.beforeDraws() != null) {
                    throw cannotBeReplayed("it draws random numbers", "draw them before, as a vector");
                }
                if (version != workspace.inputs().version()) {
                    throw cannotBeReplayed("it changes inputs", "use repeat for such a loop");
                }
            }
        }
        if (!historic && !hasHistory(start)) {
            return now;
        }
        // What the steps are is recorded nowhere: when an input changes, all is done again.
        workspace.evaluation().look();
        return new Backward(start, checkpoints, now).value();
    }

    /** Whether what a step computes has a history, with or without one in what it is given. */
    private boolean hasHistory(Datum from) {
        return workspace.trying(() -> Arithmetic.hasHistory(repeated(from, 1, false)));
    }

    private AgException cannotBeReplayed(String why, String hint) {
        return call.problem(
                0, ErrorCode.BAD_ARGUMENT, "these steps cannot be taken again for the gradient: " + why, hint);
    }

    private int length(int from) {
        return Math.min(every, steps - from);
    }

    private Datum numbers(Datum datum) {
        return datum instanceof Tensor tensor
                ? tensor.withNumbers(workspace.shown(tensor))
                : new Datum.Num(workspace.shown(datum));
    }

    private static Datum part(Datum datum, int index) {
        return datum instanceof Tensor tensor ? tensor.element(index) : datum;
    }

    /** The way back over all stretches, the last first. */
    private final class Backward {
        private final Datum start;
        private final List<Datum> checkpoints;
        private final Datum last;
        private final int size;

        Backward(Datum start, List<Datum> checkpoints, Datum last) {
            this.start = start;
            this.checkpoints = checkpoints;
            this.last = last;
            this.size = last instanceof Tensor tensor ? tensor.size() : 1;
        }

        Datum value() {
            int floor = tape.mark();
            Section section = new Section(tape, floor);
            Section.Share[] shares = new Section.Share[size];
            Way[] ways = new Way[size];
            for (int i = 0; i < size; i++) {
                shares[i] = section.share();
                ways[i] = Way.of(i, size);
            }
            try (Evaluation _ = workspace.evaluation().quietly()) {
                for (int at = checkpoints.size() - 1; at >= 0; at--) {
                    // The first stretch begins with the value that was given, history and all.
                    Datum from = at == 0 ? start : workspace.inputs().anonymous(checkpoints.get(at));
                    Datum to = repeated(from, length(at * every), false);
                    section.read();
                    for (int i = 0; i < size; i++) {
                        ways[i] = back(section, shares[i], ways[i], to, from);
                    }
                    tape.rewind(floor);
                }
            }
            int[] below = section.below();
            return anyReached(below.length, shares) ? result(below, shares) : last;
        }

        private Way back(Section section, Section.Share share, Way way, Datum to, Datum from) {
            int count = 0;
            int[] results = new int[size];
            double[] gradients = new double[size];
            for (int i = 0; i < size; i++) {
                if (way.reached[i] && part(to, i) instanceof Datum.Scalar(int node)) {
                    results[count] = node;
                    gradients[count++] = way.gradients[i];
                }
            }
            Way next = new Way(new double[size], new boolean[size]);
            if (count == 0) {
                return next;
            }
            section.backward(java.util.Arrays.copyOf(results, count), java.util.Arrays.copyOf(gradients, count), share);
            for (int i = 0; i < size; i++) {
                if (part(from, i) instanceof Datum.Scalar(int node)) {
                    next.reached[i] = tape.isReached(node);
                    next.gradients[i] = tape.gradient(node);
                }
            }
            return next;
        }

        private static boolean anyReached(int count, Section.Share[] shares) {
            for (Section.Share share : shares) {
                for (int k = 0; k < count; k++) {
                    if (share.isReached(k)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /**
         * The last value, as the plain number that it is and slopes times changes that are 0 now. The square of all changes together, 0 as well,
         * has a first derivative of 0; by it every first derivative depends on all changes, so that a second one meets the end of the series.
         */
        private Datum result(int[] below, Section.Share[] shares) {
            tape.origin(call.site());
            int[] changes = new int[below.length];
            for (int k = 0; k < below.length; k++) {
                changes[k] = tape.subtract(below[k], tape.constant(tape.value(below[k])));
            }
            int together = changes[0];
            for (int k = 1; k < below.length; k++) {
                together = tape.add(together, changes[k]);
            }
            int square = tape.multiply(together, together);
            int[] nodes = new int[size];
            for (int i = 0; i < size; i++) {
                int node = tape.constant(workspace.shown(part(last, i)));
                double[] slopes = shares[i].gradients();
                for (int k = 0; k < below.length; k++) {
                    if (shares[i].isReached(k)) {
                        if (!Double.isFinite(slopes[k]) || tape.value(changes[k]) != 0) {
                            throw call.problem(
                                    ErrorCode.NO_DERIVATIVE,
                                    "the derivative of these steps is not finite, or they are built on a number that"
                                            + " is not",
                                    "a loop with repeat, and trace, show which step it is");
                        }
                        node = tape.add(node, tape.multiply(changes[k], tape.constant(slopes[k])));
                    }
                }
                nodes[i] = tape.apply(Operation.TRUNCATED, tape.add(node, square), tape.constant(1));
            }
            return last instanceof Tensor tensor ? tensor.withNodes(nodes) : new Datum.Scalar(nodes[0]);
        }
    }

    /** The gradients of one result in the values between two stretches, and whether there is a way to each. */
    private record Way(double[] gradients, boolean[] reached) {
        static Way of(int index, int size) {
            Way way = new Way(new double[size], new boolean[size]);
            way.gradients[index] = 1;
            way.reached[index] = true;
            return way;
        }
    }
}
