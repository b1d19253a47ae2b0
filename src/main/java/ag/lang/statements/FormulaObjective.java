package ag.lang.statements;

import ag.lang.interpreter.Frame;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Workspace;
import ag.optimize.Objective;
import java.util.List;
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
        Workspace workspace = frame.machine.workspace;
        set(x);
        int mark = workspace.tape().mark();
        long rebuilds = frame.machine.rebuilds();
        Datum value = of.code().run(frame);
        Gradients.requireNumber(value, of.span());
        Derivations.requireInputs(value, of);
        double loss = workspace.number(value);
        double[] numbers = new Gradients(workspace).numbers(value, leaves());
        System.arraycopy(numbers, 0, gradient, 0, numbers.length);
        if (rebuilds == frame.machine.rebuilds()) {
            workspace.tape().rewind(mark);
        }
        return loss;
    }

    /** The numbers of the inputs as they are. */
    double[] numbers() {
        int[] leaves = leaves();
        double[] numbers = new double[leaves.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = frame.machine.workspace.tape().value(leaves[i]);
        }
        return numbers;
    }

    /** Gives the inputs these numbers. */
    void set(double[] numbers) {
        Workspace workspace = frame.machine.workspace;
        int[] leaves = leaves();
        for (int i = 0; i < leaves.length; i++) {
            if (Double.doubleToRawLongBits(workspace.tape().value(leaves[i]))
                    != Double.doubleToRawLongBits(numbers[i])) {
                workspace.set(leaves[i], numbers[i]);
            }
        }
    }

    /** The nodes of the inputs, which move where the tape is tidied. */
    private int[] leaves() {
        return over.stream()
                .flatMapToInt(input -> IntStream.range(0, input.size()).map(input::node))
                .toArray();
    }
}
