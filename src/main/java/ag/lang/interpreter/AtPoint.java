package ag.lang.interpreter;

import ag.engine.Tape;
import ag.engine.Transplant;
import ag.lang.builtins.Fresh;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code y at x = 3}: what a formula is worth where letters have these values, and only there.
 *
 * @param derives whether a derivative is taken in what is written
 * @param names the names in it
 */
record AtPoint(
        Code of,
        @Nullable LetterPlace name,
        List<Given> points,
        boolean derives,
        List<LetterPlace> names,
        int site,
        Span span)
        implements Code {
    /** A letter and its value at the point. */
    record Given(LetterPlace letter, Code value) {}

    static AtPoint of(Expr.At at, Function<Expr, Code> compile, Function<Expr.Name, LetterPlace> places, int site) {
        List<Given> points = new ArrayList<>();
        for (Expr.Point point : at.points()) {
            points.add(new Given(places.apply(point.letter()), compile.apply(point.value())));
        }
        LetterPlace name = at.of() instanceof Expr.Name of ? places.apply(of) : null;
        boolean[] derives = {false};
        List<LetterPlace> names = new ArrayList<>();
        Parts.each(at.of(), part -> {
            derives[0] |= part instanceof Expr.Derivative;
            if (part instanceof Expr.Name used) {
                names.add(places.apply(used));
            }
        });
        return new AtPoint(compile.apply(at.of()), name, points, derives[0], names, site, at.span());
    }

    @Override
    public Datum run(Frame frame) {
        List<Datum> values = new ArrayList<>();
        for (Given point : points) {
            values.add(point.value().run(frame));
        }
        int[] leaves = IntStream.range(0, points.size())
                .map(i -> leaf(frame, points.get(i).letter(), values.get(i)))
                .toArray();
        double[] numbers = IntStream.range(0, leaves.length)
                .mapToDouble(i -> leaves[i] < 0 ? 0 : frame.machine.workspace.shown(values.get(i)))
                .toArray();
        return run(frame, 0, values, leaves, numbers);
    }

    /**
     * One letter after the other gets its value.
     *
     * @param leaves the inputs that letters are the names of: they are moved to the point, and what was built on them follows
     * @param numbers where they are moved to
     */
    private Datum run(Frame frame, int i, List<Datum> values, int[] leaves, double[] numbers) {
        Workspace workspace = frame.machine.workspace;
        if (i == points.size()) {
            return again(workspace, result(frame), values, leaves);
        }
        if (leaves[i] < 0) {
            Datum value = values.get(i);
            // Where x is t, d/dx goes by x alone: x gets a node of its own.
            Datum own = Arithmetic.hasHistory(value) && isDerived() ? Fresh.of(workspace, value, site, span) : value;
            return points.get(i).letter().with(frame, own, () -> run(frame, i + 1, values, leaves, numbers));
        }
        double before = workspace.tape().value(leaves[i]);
        try {
            workspace.inputs().set(leaves[i], numbers[i]);
            return run(frame, i + 1, values, leaves, numbers);
        } finally {
            workspace.inputs().set(leaves[i], before);
        }
    }

    /** The result built on the values in the place of the inputs, which go back to where they were. */
    private static Datum again(Workspace workspace, Datum result, List<Datum> values, int[] leaves) {
        if (Arrays.stream(leaves).allMatch(leaf -> leaf < 0)) {
            return result;
        }
        Map<Integer, Integer> instead = new HashMap<>();
        for (int i = 0; i < leaves.length; i++) {
            if (leaves[i] >= 0) {
                instead.put(leaves[i], workspace.node(values.get(i)));
            }
        }
        Transplant moved = new Transplant(workspace.tape(), instead);
        return switch (result) {
            case Datum.Scalar(int node) -> numberOr(workspace.tape(), moved.of(node));
            case Tensor tensor
            when tensor.hasHistory() ->
                numbersOr(
                        workspace,
                        tensor,
                        Arrays.stream(tensor.nodes()).map(moved::of).toArray());
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> workspace.detached(result);
        };
    }

    private static Datum numberOr(Tape tape, int node) {
        return tape.isConstant(node) ? new Datum.Num(tape.value(node)) : new Datum.Scalar(node);
    }

    private static Datum numbersOr(Workspace workspace, Tensor tensor, int[] nodes) {
        Tensor moved = tensor.withNodes(nodes);
        return Arrays.stream(nodes).allMatch(workspace.tape()::isConstant) ? workspace.detached(moved) : moved;
    }

    private boolean isDerived() {
        return derives
                || names.stream()
                        .anyMatch(place -> place instanceof LetterPlace.Global(Cell cell, Span _)
                                && cell.value instanceof Formula formula
                                && formula.takesDerivatives());
    }

    private Datum result(Frame frame) {
        Datum result = of.run(frame);
        if (name != null && name.isPlain(frame)) {
            frame.machine.workspace.note(
                    "'" + name.name() + "' is a number that was computed once: it is the same everywhere", span);
        }
        return result;
    }

    /** The input that a letter is the name of, so that what was built on it follows; -1 where it is none. */
    private static int leaf(Frame frame, LetterPlace letter, Datum value) {
        return letter instanceof LetterPlace.Global(Cell cell, Span _)
                        && cell.value instanceof Datum.Scalar(int node)
                        && frame.machine.workspace.tape().isInput(node)
                        && Arithmetic.isNumber(value)
                ? node
                : -1;
    }
}
