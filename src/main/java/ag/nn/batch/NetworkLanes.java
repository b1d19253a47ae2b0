package ag.nn.batch;

import ag.data.DataSet;
import ag.engine.ElementaryArrays;
import ag.nn.Decision;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.SampleOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network made ready to run over lanes of samples: forward, and backward from a loss. It owns the rows of every layer, so
 * each thread needs one of its own.
 */
public final class NetworkLanes {
    /**
     * How many samples run side by side. A constant, because sums over a block depend on where it ends: the same numbers
     * must come out on every machine. Large enough for the loops over lanes to pay, small enough for the rows of a layer to
     * stay in the second cache; no power of two, because rows would then compete for the same places of the first.
     */
    public static final int WIDTH = 320;

    private final Network network;
    private final int width;
    private final List<DenseLanes> dense = new ArrayList<>();
    private final List<ActivationLanes> activations = new ArrayList<>();
    /** The rows of the inputs, then those of each layer. */
    private final double[][][] rows;
    /**
     * What reaches the weighted sums of each layer, none for the inputs; before that, the slopes of an activation that has some,
     * so that both take the room of one. Empty until there is something to learn.
     */
    private double[][][] gradients = {};

    /** What reaches the predictions. */
    private double[][] ofPredictions = {};

    private final double[][] targets;
    private final LossLanes loss;
    private @Nullable Laid laid;

    /** Which samples lie in the lanes. */
    private record Laid(SampleOrder samples, int from, int lanes, boolean withTargets) {
        /** Instead of {@code equals}, which the JVM puts together on its first use: a third of a first short training. */
        boolean is(SampleOrder samples, int from, int lanes, boolean withTargets) {
            return this.samples == samples
                    && this.from == from
                    && this.lanes == lanes
                    && this.withTargets == withTargets;
        }
    }

    /**
     * @param most the largest number of samples that will be asked for at a time; rows no longer than needed lie closer together
     */
    public NetworkLanes(Network network, Loss loss, int most) {
        if (loss instanceof Loss.Custom custom) {
            custom.requireNetwork(network);
        }
        this.network = network;
        width = Math.min(WIDTH, most);
        ElementaryArrays arrays = new ElementaryArrays(width);
        int layers = network.layers().size();
        rows = new double[layers + 1][][];
        rows[0] = RowLayout.of(network.inputs(), width);
        for (int layer = 0; layer < layers; layer++) {
            Layer of = network.layers().get(layer);
            dense.add(new DenseLanes(network, layer, width));
            activations.add(ActivationLanes.of(of, arrays));
            rows[layer + 1] = RowLayout.of(of.outputs(), width);
        }
        targets = RowLayout.of(loss.targetWidth(network.outputs()), width);
        this.loss = LossLanes.of(loss, network.outputs(), arrays);
    }

    /** The largest number of samples that may lie side by side. */
    public int room() {
        return width;
    }

    /**
     * The sum of the losses of this many samples, {@link #room} at most; adds its gradient, times a scale, to {@code gradient}.
     */
    public double learn(
            double[] parameters, SampleOrder samples, int from, int lanes, double scale, double[] gradient) {
        int last = dense.size();
        if (gradients.length == 0) {
            gradients = gradientRows();
            ofPredictions = RowLayout.of(predictions().length, width);
        }
        forward(parameters, samples, from, lanes, true);
        loss.parameters(parameters);
        double sum = loss.sum(predictions(), targets, lanes);
        pullFromLoss(scale, gradient, lanes);
        for (int layer = last - 1; layer >= 0; layer--) {
            dense.get(layer).addGradients(rows[layer], gradients[layer + 1], gradient, lanes);
            if (layer > 0) {
                pull(parameters, layer, lanes);
            }
        }
        return sum;
    }

    /** From the loss to the weighted sums of the last layer. */
    private void pullFromLoss(double scale, double[] ofParameters, int lanes) {
        double[][] ofSums = gradients[dense.size()];
        switch (activations.getLast()) {
            case ActivationLanes.WithSlopes _ -> {
                loss.pull(predictions(), targets, scale, ofPredictions, ofParameters, lanes);
                for (int j = 0; j < ofSums.length; j++) {
                    RowKernels.times(ofPredictions[j], ofSums[j], lanes);
                }
            }
            case ActivationLanes.Pulling activation -> {
                loss.pull(predictions(), targets, scale, ofSums, ofParameters, lanes);
                activation.pull(predictions(), ofSums, lanes);
            }
        }
    }

    /** From the weighted sums of a layer to those of the layer before. */
    private void pull(double[] parameters, int layer, int lanes) {
        DenseLanes weights = dense.get(layer);
        double[][] ofSums = gradients[layer + 1];
        double[][] ofSumsBefore = gradients[layer];
        switch (activations.get(layer - 1)) {
            case ActivationLanes.WithSlopes _ -> weights.pullThrough(parameters, ofSums, ofSumsBefore, lanes);
            case ActivationLanes.Pulling before -> {
                weights.pull(parameters, ofSums, ofSumsBefore, lanes);
                before.pull(rows[layer], ofSumsBefore, lanes);
            }
        }
    }

    private double[][][] gradientRows() {
        double[][][] all = new double[rows.length][][];
        all[0] = RowLayout.of(0, 0);
        for (int layer = 1; layer < rows.length; layer++) {
            all[layer] = RowLayout.of(rows[layer].length, rows[layer][0].length);
        }
        return all;
    }

    /** Computes {@link #predictions} for samples. */
    void forward(double[] parameters, SampleOrder samples, int from, int lanes, boolean learning) {
        lay(samples, from, lanes, learning);
        for (int layer = 0; layer < dense.size(); layer++) {
            dense.get(layer).forward(parameters, rows[layer], rows[layer + 1], lanes);
            double[][] sums = rows[layer + 1];
            ActivationLanes activation = activations.get(layer);
            if (learning && activation instanceof ActivationLanes.WithSlopes sloped) {
                sloped.forward(sums, gradients[layer + 1], lanes);
            } else {
                activation.forward(sums, lanes);
            }
        }
    }

    /** How many of this many samples, {@link #room} at most, are right, of those of a data set as they come. */
    public int right(double[] parameters, SampleOrder samples, int from, int lanes, Decision decision) {
        forward(parameters, samples, from, lanes, false);
        double[][] rows = predictions();
        double[] prediction = new double[rows.length];
        DataSet data = samples.data();
        int right = 0;
        for (int i = 0; i < lanes; i++) {
            for (int k = 0; k < rows.length; k++) {
                prediction[k] = rows[k][i];
            }
            int targetAt = (from + i) * data.targetWidth();
            right += decision.isRight(prediction, 0, rows.length, data.targets(), targetAt, data.targetWidth()) ? 1 : 0;
        }
        return right;
    }

    /** Lays samples into lanes, unless they still lie there: a small data set takes one block, the same in every step. */
    private void lay(SampleOrder samples, int from, int lanes, boolean withTargets) {
        if (laid != null && laid.is(samples, from, lanes, withTargets)) {
            return;
        }
        samples.inputs(from, rows[0], lanes);
        if (withTargets) {
            samples.targets(from, targets, lanes);
        }
        laid = new Laid(samples, from, lanes, withTargets);
    }

    /** A row for each output of the network. */
    double[][] predictions() {
        return rows[network.layers().size()];
    }
}
