package ag.fit;

import ag.engine.Tape;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a formula says of every sample for any parameters, with exact derivatives. */
public sealed interface Model permits RecordedModel, RetakenModel {
    /**
     * Takes a model from a tape.
     *
     * @param parameters the nodes that are fitted, each once
     * @param results what the formula says of each sample
     */
    static Model of(Tape tape, int[] parameters, int[] results) {
        return RecordedModel.of(tape, parameters, results);
    }

    /**
     * A model whose course depends on the parameters, so that it is recorded afresh for each set of them.
     *
     * @param start a set for which it can be recorded
     * @param record gives the model for a set of parameters, good for that set alone; null where it has no value there
     */
    static Model retaken(double[] start, Function<double[], @Nullable Model> record) {
        return new RetakenModel(start, record);
    }

    int parameterCount();

    int sampleCount();

    /** What the model says of each sample; NaN where it says nothing. */
    double[] values(double[] at);

    /** The derivatives of the values: a column for each parameter. */
    double[][] jacobian(double[] at);

    /** The second derivative of each value along a direction; null where it is not known. */
    double @Nullable [] curvature(double[] at, double[] direction);

    /** Whether the values are known to be linear in the parameters, all of them together. */
    boolean isLinear();

    /** Which parameters the model does not depend on. */
    List<Integer> unused();
}
