package ag.lang.values;

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
        return taken(() -> GradientGraph.reverse(tape, scalar.node(), targets, held));
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
        boolean isFinite = Arrays.stream(derivatives).allMatch(Double::isFinite);
        if (!isFinite && of instanceof Datum.Scalar scalar) {
            tape.backward(scalar.node());
            BackwardReport.show(workspace);
        }
    }

    /** Forward mode: how the results change when the targets move along a direction. */
    public int[] forward(int[] results, int[] targets, int[] direction) {
        return taken(() -> GradientGraph.forward(tape, results, targets, direction));
    }

    /** Where a derivative turns infinite is told of the operation it is of, and not of the rule's own steps. */
    private int[] taken(Supplier<GradientGraph> work) {
        GradientGraph graph;
        try (Evaluation _ = workspace.evaluation().quietly()) {
            graph = work.get();
        }
        if (graph.branched()) {
            workspace.evaluation().look();
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
        List<int[]> parts = new ArrayList<>();
        collect(input, span, parts);
        return parts.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static void collect(Datum input, Span span, List<int[]> parts) {
        switch (input) {
            case Datum.Scalar scalar -> parts.add(new int[] {scalar.node()});
            case Tensor tensor when tensor.hasHistory() -> parts.add(tensor.nodes());
            case Datum.Items items -> items.items().forEach(item -> collect(item, span, parts));
            default ->
                throw new AgException(
                        ErrorCode.NOT_AN_INPUT,
                        "nothing is differentiated with respect to '" + span.text() + "': it is "
                                + (Arithmetic.isNumber(input) || input instanceof Tensor
                                        ? "a constant"
                                        : Kinds.article(input)),
                        span,
                        "inputs are made with let: let a = 2");
        }
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
            default -> throw new IllegalArgumentException("no shape");
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
            default -> throw new IllegalArgumentException("no shape");
        };
    }

    private static int size(Datum datum) {
        return switch (datum) {
            case Tensor tensor -> tensor.size();
            case Datum.Items items ->
                items.items().stream().mapToInt(Gradients::size).sum();
            default -> 1;
        };
    }
}
