package ag.nn;

import ag.engine.ElementaryArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A {@link Recording} made ready to run over lanes: forward, and backward from its roots. It owns a row for each of the
 * recording's numbers, so each thread needs one of its own.
 */
final class LaneProgram {
    private static final double[] NONE = new double[0];

    private final Recording recording;
    /** A row for each place; those of the inputs are the caller's. */
    private final double[][] value;
    /** A row for each place whose gradient is wanted; the others have none. */
    private final double[][] gradient;

    private final List<LaneStep> steps = new ArrayList<>();
    private final List<Pull> pulls = new ArrayList<>();
    /** The gradient rows that are added to before anything is written to them. */
    private final List<double[]> cleared = new ArrayList<>();

    private final double[] scratch;

    /**
     * Hands the gradient of a step to one of its operands.
     *
     * @param step the place in the list of steps
     * @param operand which of the step's operands
     * @param to the place of that operand
     * @param first whether nothing has reached it before, so that its row holds nothing to add to
     */
    private record Pull(LaneStep step, int operand, int to, boolean first) {}

    /**
     * @param wantedInputs the gradient is asked for with respect to so many inputs, from the first on
     */
    LaneProgram(Recording recording, int wantedInputs, ElementaryArrays arrays) {
        int width = arrays.length();
        int places = recording.placeCount();
        this.recording = recording;
        scratch = new double[width];
        value = new double[places][];
        Arrays.fill(value, NONE);
        for (int place = recording.firstParameter(); place < places; place++) {
            value[place] = new double[width];
        }
        for (int k = 0; k < recording.constantCount(); k++) {
            Arrays.fill(value[recording.firstConstant() + k], recording.constant(k));
        }
        int place = recording.firstStep();
        for (Recording.Step step : recording.steps()) {
            steps.add(LaneStep.of(step, place++, recording, arrays));
        }
        gradient = new double[places][];
        Arrays.fill(gradient, NONE);
        BitSet wanted = wanted(wantedInputs);
        wanted.stream().forEach(wantedPlace -> gradient[wantedPlace] = new double[width]);
        planBackward(wanted);
    }

    /** The inputs asked for, the parameters, and all that is built on them. */
    private BitSet wanted(int wantedInputs) {
        BitSet wanted = new BitSet();
        wanted.set(0, wantedInputs);
        wanted.set(recording.firstParameter(), recording.firstConstant());
        for (LaneStep step : steps) {
            for (int k = 0; k < step.operands().length; k++) {
                if (wanted.get(step.operands()[k]) && step.passes(k)) {
                    wanted.set(step.result());
                }
            }
        }
        return wanted;
    }

    private void planBackward(BitSet wanted) {
        BitSet reached = new BitSet();
        for (int k = 0; k < recording.rootCount(); k++) {
            reached.set(recording.root(k));
        }
        BitSet roots = (BitSet) reached.clone();
        for (LaneStep step : steps.reversed()) {
            int[] operands = step.operands();
            boolean open = wanted.get(step.result()) && reached.get(step.result());
            for (int k = 0; k < operands.length && open; k++) {
                if (wanted.get(operands[k]) && step.passes(k)) {
                    pulls.add(new Pull(step, k, operands[k], !reached.get(operands[k])));
                    reached.set(operands[k]);
                }
            }
        }
        wanted.stream()
                .filter(place -> roots.get(place) || !reached.get(place))
                .forEach(place -> cleared.add(gradient[place]));
    }

    /** Sets the values of the parameters. */
    void parameters(double[] values) {
        for (int k = 0; k < recording.parameterCount(); k++) {
            Arrays.fill(value[recording.firstParameter() + k], values[k]);
        }
    }

    /** Computes the roots for the first lanes; the rows of the inputs are read again by {@link #backward}. */
    void forward(double[][] inputs, int lanes) {
        System.arraycopy(inputs, 0, value, 0, inputs.length);
        forward(lanes);
    }

    /** As above for a recording of one input. */
    void forward(double[] input, int lanes) {
        value[0] = input;
        forward(lanes);
    }

    /** As above for the inputs of two lists, one after the other. */
    void forward(double[][] inputs, double[][] more, int lanes) {
        System.arraycopy(inputs, 0, value, 0, inputs.length);
        System.arraycopy(more, 0, value, inputs.length, more.length);
        forward(lanes);
    }

    private void forward(int lanes) {
        for (LaneStep step : steps) {
            step.forward(value, lanes);
        }
    }

    /** The values of a root after {@link #forward}. */
    double[] root(int index) {
        return value[recording.root(index)];
    }

    /** Computes the gradients, given the gradient of each root. */
    void backward(double[][] ofRoots, int lanes) {
        for (double[] row : cleared) {
            Arrays.fill(row, 0, lanes, 0);
        }
        for (int k = 0; k < recording.rootCount(); k++) {
            add(ofRoots[k], gradient[recording.root(k)], lanes);
        }
        for (Pull pull : pulls) {
            double[] from = gradient[pull.step().result()];
            double[] to = gradient[pull.to()];
            if (pull.first()) {
                pull.step().pull(pull.operand(), value, from, to, lanes);
            } else {
                pull.step().pull(pull.operand(), value, from, scratch, lanes);
                add(scratch, to, lanes);
            }
        }
    }

    private static void add(double[] from, double[] to, int lanes) {
        // A root that depends on nothing wanted has no row.
        int end = Math.min(lanes, to.length);
        for (int i = 0; i < end; i++) {
            to[i] += from[i];
        }
    }

    /** The gradient with respect to an input, after {@link #backward}. */
    double[] inputGradient(int index) {
        return gradient[index];
    }

    /** Adds the gradients of the parameters, summed over the lanes. */
    void addParameterGradients(double[] sums, int lanes) {
        for (int k = 0; k < recording.parameterCount(); k++) {
            double[] row = gradient[recording.firstParameter() + k];
            double sum = 0;
            for (int i = 0; i < lanes; i++) {
                sum += row[i];
            }
            sums[k] += sum;
        }
    }
}
