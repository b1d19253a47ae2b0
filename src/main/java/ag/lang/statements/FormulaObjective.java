package ag.lang.statements;

import ag.engine.SumOfSquares;
import ag.engine.Tangents;
import ag.engine.Tape;
import ag.lang.interpreter.Frame;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Workspace;
import ag.optimize.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A formula as a function of the numbers of some inputs: to evaluate it, the inputs are set. */
final class FormulaObjective implements Objective {
    private final Frame frame;
    private final Derivations.Asked of;
    private final List<Input> over;

    FormulaObjective(Frame frame, Derivations.Asked of, List<Input> over) {
        this.frame = frame;
        this.of = of;
        this.over = over;
    }

    @Override
    public double at(double[] x, double[] gradient) {
        return evaluated(x, value -> {
            Derivations.requireInputs(value, of);
            double[] numbers = new Gradients(workspace()).numbers(value, leaves());
            System.arraycopy(numbers, 0, gradient, 0, numbers.length);
            return workspace().number(value);
        });
    }

    @Override
    public double value(double[] x) {
        return evaluated(x, workspace()::number);
    }

    @Override
    public double[][] hessian(double[] x) {
        return evaluated(x, value -> {
            Gradients gradients = new Gradients(workspace());
            int[] leaves = leaves();
            return Arrays.stream(gradients.graph(value, leaves))
                    .mapToObj(slope -> gradients.numbers(new Datum.Scalar(slope), leaves))
                    .toArray(double[][]::new);
        });
    }

    @Override
    public double[] hessianTimes(double[] x, double[] vector) {
        return evaluated(x, value -> {
            Gradients gradients = new Gradients(workspace());
            Tape tape = workspace().tape();
            int[] leaves = leaves();
            int[] slopes = gradients.graph(value, leaves);
            int product = tape.constant(0);
            for (int i = 0; i < slopes.length; i++) {
                product = tape.add(product, tape.multiply(slopes[i], tape.constant(vector[i])));
            }
            return gradients.numbers(new Datum.Scalar(product), leaves);
        });
    }

    @Override
    public Squares squares(double[] x) {
        return evaluated(x, value -> {
            SumOfSquares sum = sum(value);
            int[] leaves = leaves();
            double[] residuals = new double[sum.residuals().length];
            Arrays.setAll(residuals, i -> sum.roots()[i] * workspace().tape().value(sum.residuals()[i]));
            double[][] jacobian = new double[leaves.length][];
            for (int j = 0; j < leaves.length; j++) {
                double[] unit = new double[leaves.length];
                unit[j] = 1;
                jacobian[j] = rates(sum, sum.residuals(), leaves, unit);
            }
            return new Squares(residuals, jacobian);
        });
    }

    @Override
    public double[] bend(double[] x, double[] direction) {
        return evaluated(x, value -> {
            SumOfSquares sum = sum(value);
            int[] leaves = leaves();
            Tape tape = workspace().tape();
            int[] along = Arrays.stream(direction).mapToInt(tape::constant).toArray();
            return rates(sum, new Gradients(workspace()).forward(sum.residuals(), leaves, along), leaves, direction);
        });
    }

    private double[] rates(SumOfSquares sum, int[] nodes, int[] leaves, double[] direction) {
        Tangents tangents = Tangents.of(workspace().tape(), leaves, direction);
        double[] rates = new double[nodes.length];
        Arrays.setAll(rates, i -> sum.roots()[i] * tangents.rate(nodes[i]));
        return rates;
    }

    private SumOfSquares sum(Datum value) {
        return SumOfSquares.of(workspace().tape(), workspace().node(value), leaves())
                .orElseThrow(() -> new AgException(
                        ErrorCode.BAD_SETTING,
                        "levenberg_marquardt takes sums of squares, and '" + of.text() + "' is not seen to be one",
                        of.span(),
                        "write it as sum((f(x) - y)^2), or leave the optimizer out"));
    }

    /** Evaluates the formula at a point, and forgets what that left on the tape. */
    private <T> T evaluated(double[] x, Function<Datum, T> use) {
        return within(x, () -> {
            Datum value = of.code().run(frame);
            Gradients.requireNumber(value, of.span());
            return use.apply(value);
        });
    }

    /** Does something with the inputs at a point, and forgets what that left on the tape. */
    <T> T within(double[] x, Supplier<T> work) {
        set(x);
        int mark = workspace().tape().mark();
        long rebuilds = frame.machine.rebuilds();
        T result = work.get();
        if (rebuilds == frame.machine.rebuilds()) {
            workspace().tape().rewind(mark);
        }
        return result;
    }

    private Workspace workspace() {
        return frame.machine.workspace;
    }

    /** The numbers of the inputs as they are. */
    double[] numbers() {
        int[] leaves = leaves();
        double[] numbers = new double[leaves.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = workspace().tape().value(leaves[i]);
        }
        return numbers;
    }

    /** Gives the inputs these numbers. */
    void set(double[] numbers) {
        Workspace workspace = workspace();
        int[] leaves = leaves();
        for (int i = 0; i < leaves.length; i++) {
            if (Double.doubleToRawLongBits(workspace.tape().value(leaves[i]))
                    != Double.doubleToRawLongBits(numbers[i])) {
                workspace.inputs().set(leaves[i], numbers[i]);
            }
        }
    }

    /** The nodes of the inputs, which move where the tape is tidied. */
    int[] leaves() {
        return over.stream()
                .flatMapToInt(input -> IntStream.range(0, input.size()).map(input::node))
                .toArray();
    }
}
