package ag.nn.batch;

import ag.engine.ElementaryArrays;
import ag.nn.Recording;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final List<LaneStep> steps = new ArrayList<>();
    private final LaneGradients gradients;

    /**
     * @param wantedInputs the gradient is asked for with respect to this many inputs, from the first on
     */
    LaneProgram(Recording recording, int wantedInputs, ElementaryArrays arrays) {
        int width = arrays.length();
        int places = recording.placeCount();
        this.recording = recording;
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
        gradients = new LaneGradients(recording, steps, wantedInputs, width);
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

    /** Computes the gradients, given the gradient of each root; right after {@link #forward}. */
    void backward(double[][] ofRoots, int lanes) {
        gradients.compute(value, ofRoots, lanes);
    }

    /** The gradient with respect to an input, after {@link #backward}. */
    double[] inputGradient(int index) {
        return gradients.of(index);
    }

    /** Adds the gradients of the parameters, summed over the lanes. */
    void addParameterGradients(double[] sums, int lanes) {
        for (int k = 0; k < recording.parameterCount(); k++) {
            double[] row = gradients.of(recording.firstParameter() + k);
            double sum = 0;
            for (int i = 0; i < lanes; i++) {
                sum += row[i];
            }
            sums[k] += sum;
        }
    }
}
