package ag.lang.statements;

import ag.engine.Tape;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Machine;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.WrittenNames;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Kinds;
import ag.lang.values.Workspace;
import ag.numeric.DifferentiableFunction;
import ag.numeric.Newton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Formulas as functions of some letters, with their derivatives: they are run with the letters' values on the tape. A letter that is
 * an input is set, so that what was built on it follows; it has its old number again afterwards.
 */
final class Unknowns implements Newton.Equations, DifferentiableFunction {
    private final Frame frame;
    private final Machine machine;
    private final List<Cell> letters;
    private final List<Sides> formulas;
    private final Span span;

    Unknowns(Frame frame, List<Cell> letters, List<Sides> formulas, Span span) {
        this.frame = frame;
        this.machine = frame.machine;
        this.letters = List.copyOf(letters);
        this.formulas = List.copyOf(formulas);
        this.span = span;
    }

    /** What is looked at: a formula, or the difference of two. */
    record Sides(Code left, @Nullable Code right, Span span) {}

    /** Does something while inputs among the letters are changed, without notes; then they hold their own numbers again. */
    <T> T trying(Supplier<T> work) {
        return restoring(() -> {
            try (Evaluation _ = machine.workspace.evaluation().quietly()) {
                return work.get();
            }
        });
    }

    /** Evaluates the formulas at a place as if that were asked for, so that a derivative that does not exist there is told of. */
    void ask(double x) {
        restoring(() -> machine.workspace.evaluation().asking(() -> value(x)));
    }

    private <T> T restoring(Supplier<T> work) {
        Workspace workspace = machine.workspace;
        double[] before = new double[letters.size()];
        for (int i = 0; i < before.length; i++) {
            int leaf = leaf(letters.get(i));
            before[i] = leaf < 0 ? 0 : workspace.tape().value(leaf);
        }
        try {
            return work.get();
        } finally {
            for (int i = 0; i < before.length; i++) {
                int leaf = leaf(letters.get(i));
                if (leaf >= 0) {
                    workspace.inputs().set(leaf, before[i]);
                }
            }
        }
    }

    /** What a letter stands for now; NaN where it has no value. */
    static double present(Machine machine, Cell letter) {
        return letter.value != null && Arithmetic.isNumber(letter.value)
                ? machine.workspace.shown(letter.value)
                : Double.NaN;
    }

    private int leaf(Cell letter) {
        return letter.value instanceof Datum.Scalar(int node)
                        && machine.workspace.tape().isInput(node)
                ? node
                : -1;
    }

    @Override
    public double value(double x) {
        return at(new double[] {x}, false).values()[0];
    }

    @Override
    public double slope(double x) {
        return at(new double[] {x}, true).jacobian()[0][0];
    }

    @Override
    public Newton.Values at(double[] x) {
        return at(x, true);
    }

    private Newton.Values at(double[] x, boolean derived) {
        Workspace workspace = machine.workspace;
        workspace.checkStop(span);
        Tape tape = workspace.tape();
        int mark = tape.mark();
        long rebuilds = machine.rebuilds();
        Newton.Values values = bound(x, new int[x.length], 0, derived);
        if (rebuilds == machine.rebuilds()) {
            tape.rewind(mark);
        }
        return values;
    }

    /** Gives one letter after the other its value. */
    private Newton.Values bound(double[] x, int[] nodes, int count, boolean derived) {
        if (count == x.length) {
            return evaluated(nodes, derived);
        }
        Cell letter = letters.get(count);
        int leaf = leaf(letter);
        if (leaf >= 0 && !machine.isFixed(letter)) {
            machine.workspace.inputs().set(leaf, x[count]);
            nodes[count] = leaf;
            return bound(x, nodes, count + 1, derived);
        }
        Datum.Scalar fresh = (Datum.Scalar) machine.workspace.inputs().anonymous(new Datum.Num(x[count]));
        nodes[count] = fresh.node();
        return machine.at(letter, fresh, () -> bound(x, nodes, count + 1, derived));
    }

    private Newton.Values evaluated(int[] nodes, boolean derived) {
        double[] values = new double[formulas.size()];
        double[][] jacobian = new double[formulas.size()][nodes.length];
        for (int i = 0; i < values.length; i++) {
            Sides sides = formulas.get(i);
            values[i] = side(sides.left(), sides.span(), nodes, 1, derived, jacobian[i]);
            if (sides.right() != null) {
                values[i] -= side(sides.right(), sides.span(), nodes, -1, derived, jacobian[i]);
            }
        }
        return new Newton.Values(values, jacobian);
    }

    private double side(Code code, Span place, int[] nodes, int sign, boolean derived, double[] slopes) {
        Datum datum = code.run(frame);
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    ErrorCode.NOT_A_NUMBER,
                    "the sides of an equation are numbers, and this is " + Kinds.article(datum),
                    place,
                    "");
        }
        Tape tape = machine.workspace.tape();
        if (derived && datum instanceof Datum.Scalar(int node)) {
            tape.backward(node);
            for (int i = 0; i < nodes.length; i++) {
                slopes[i] += sign * tape.gradient(nodes[i]);
            }
        }
        return machine.workspace.shown(datum);
    }

    /** The letters that formulas hold open, in order. */
    static List<String> open(List<Cell> names) {
        List<String> open = new ArrayList<>();
        for (Cell cell : names) {
            if (cell.value instanceof Formula formula) {
                open.addAll(formula.open());
            } else if (cell.read() == null && WrittenNames.mayBeFree(cell.name)) {
                open.add(cell.name);
            }
        }
        return open.stream().distinct().sorted().toList();
    }

    /** What to write to solve for this many letters that stand for numbers; empty where there are fewer. */
    static Optional<String> instead(List<Cell> names, int count, String written) {
        List<String> numbers = names.stream()
                .filter(cell -> cell.read() instanceof Datum.Num && WrittenNames.mayBeFree(cell.name))
                .map(cell -> cell.name)
                .distinct()
                .sorted(Comparator.comparing((String name) -> !name.equals("x")).thenComparing(name -> name))
                .limit(count)
                .toList();
        return numbers.size() < count
                ? Optional.empty()
                : Optional.of("write: " + written + " for " + String.join(", ", numbers));
    }

    static boolean isFinite(double... numbers) {
        return Arrays.stream(numbers).allMatch(Double::isFinite);
    }
}
