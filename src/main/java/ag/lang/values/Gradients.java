package ag.lang.values;

import ag.engine.Corners;
import ag.engine.GradientGraph;
import ag.engine.Tape;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Derivatives of what a program computed: as Values that can be differentiated again, or, where that is not needed, as plain
 * numbers from one backward pass.
 */
public final class Gradients {
    private final Workspace workspace;
    private final Tape tape;

    public Gradients(Workspace workspace) {
        this.workspace = workspace;
        this.tape = workspace.tape();
    }

    /** The derivative of a number with respect to the nodes, as nodes. */
    public int[] graph(Datum of, int[] targets) {
        return graph(of, targets, new int[0]);
    }

    /**
     * The same, where some nodes are held fast.
     *
     * @param held what these were computed from does not count
     */
    public int[] graph(Datum of, int[] targets, int[] held) {
        if (!(of instanceof Datum.Scalar scalar)) {
            int[] zeros = new int[targets.length];
            Arrays.setAll(zeros, i -> tape.constant(0));
            return zeros;
        }
        return taken(
                () -> GradientGraph.reverse(tape, scalar.node(), targets, held), new int[] {scalar.node()}, targets);
    }

    /** The same in plain numbers. */
    public double[] numbers(Datum of, int[] targets) {
        double[] numbers = new double[targets.length];
        if (of instanceof Datum.Scalar scalar) {
            tape.backward(scalar.node());
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = tape.gradient(targets[i]);
            }
        }
        return numbers;
    }

    /** As {@link #report(Datum, double...)}, of derivatives on the tape. */
    public void report(Datum of, int[] derivatives) {
        report(of, Arrays.stream(derivatives).mapToDouble(tape::value).toArray());
    }

    /** Where a derivative of a number turned NaN or infinite, names the operation that made it so. */
    public void report(Datum of, double... derivatives) {
        if (!areFinite(derivatives) && of instanceof Datum.Scalar scalar) {
            tape.backward(scalar.node());
            BackwardReport.show(workspace);
        }
    }

    private static boolean areFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    /** Forward mode: how the results change when the targets move along a direction. */
    public int[] forward(int[] results, int[] targets, int[] direction) {
        return taken(() -> GradientGraph.forward(tape, results, targets, direction), results, targets);
    }

    /** Where a derivative turns infinite is told of the operation it is of, and not of the rule's own steps. */
    private int[] taken(Supplier<GradientGraph> work, int[] of, int[] targets) {
        GradientGraph graph;
        try (Evaluation _ = workspace.evaluation().quietly()) {
            graph = work.get();
        }
        if (graph.branched()) {
            workspace.evaluation().look();
            // Right beside a corner the rules choose another way.
            if (Arrays.stream(of)
                    .anyMatch(root -> !Corners.between(tape, root, targets).isEmpty())) {
                workspace.tie();
            }
        }
        return graph.nodes();
    }

    /** The number that is differentiated, or an error that says what to do. */
    public static void requireNumber(Datum of, Span span) {
        if (!Arithmetic.isNumber(of)) {
            throw new AgException(
                    ErrorCode.NOT_A_NUMBER,
                    "only a number has a gradient, and this is " + Kinds.article(of),
                    span,
                    of instanceof Tensor ? "take an element, sum it, or use jacobian" : "");
        }
    }

    /** The nodes of the inputs that a derivative is taken with respect to. */
    public static int[] nodes(Datum input, Span span) {
        return switch (input) {
            case Datum.Scalar scalar -> new int[] {scalar.node()};
            case Tensor tensor when tensor.hasHistory() -> tensor.nodes();
            case Datum.Items items -> {
                int[] all = new int[size(items)];
                int at = 0;
                for (Datum item : items.items()) {
                    int[] part = nodes(item, span);
                    System.arraycopy(part, 0, all, at, part.length);
                    at += part.length;
                }
                yield all;
            }
            case Datum.Inert _, Datum.Numbers _, Datum.Opaque _ ->
                throw new AgException(
                        ErrorCode.NOT_AN_INPUT,
                        "nothing is differentiated with respect to '" + span.text() + "': it is "
                                + (Arithmetic.isNumber(input) || input instanceof Tensor
                                        ? "a constant"
                                        : Kinds.article(input)),
                        span,
                        "inputs are made with let: let a = 2");
        };
    }

    /** Derivatives in the shape of what they were taken with respect to. */
    public static Datum shaped(Datum like, int[] nodes) {
        return shaped(like, nodes, 0);
    }

    /** The same in plain numbers. */
    public static Datum shaped(Datum like, double[] numbers) {
        return shaped(like, numbers, 0);
    }

    private static Datum shaped(Datum like, int[] nodes, int from) {
        return switch (like) {
            case Datum.Scalar _ -> new Datum.Scalar(nodes[from]);
            case Tensor tensor -> tensor.withNodes(Arrays.copyOfRange(nodes, from, from + tensor.size()));
            case Datum.Items items -> {
                List<Datum> parts = new ArrayList<>();
                int at = from;
                for (Datum item : items.items()) {
                    parts.add(shaped(item, nodes, at));
                    at += size(item);
                }
                yield new Datum.Items(parts);
            }
            case Datum.Inert _, Datum.Opaque _ -> throw new IllegalArgumentException("no shape");
        };
    }

    private static Datum shaped(Datum like, double[] numbers, int from) {
        return switch (like) {
            case Datum.Scalar _ -> new Datum.Num(numbers[from]);
            case Tensor tensor -> tensor.withNumbers(Arrays.copyOfRange(numbers, from, from + tensor.size()));
            case Datum.Items items -> {
                List<Datum> parts = new ArrayList<>();
                int at = from;
                for (Datum item : items.items()) {
                    parts.add(shaped(item, numbers, at));
                    at += size(item);
                }
                yield new Datum.Items(parts);
            }
            case Datum.Inert _, Datum.Opaque _ -> throw new IllegalArgumentException("no shape");
        };
    }

    private static int size(Datum datum) {
        return switch (datum) {
            case Tensor tensor -> tensor.size();
            case Datum.Items items -> {
                int size = 0;
                for (Datum item : items.items()) {
                    size += size(item);
                }
                yield size;
            }
            case Datum.Inert _, Datum.Scalar _, Datum.Opaque _ -> 1;
        };
    }
}
