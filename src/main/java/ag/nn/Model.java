package ag.nn;

import ag.data.DataSet;

/**
 * A network with what it has learned.
 *
 * @param parameters in the order of {@link Network}; not copied
 */
public record Model(Network network, double[] parameters) {
    public Model {
        if (parameters.length != network.parameterCount()) {
            throw new IllegalArgumentException(
                    "%d parameters for a network of %d".formatted(parameters.length, network.parameterCount()));
        }
    }

    /** The predictions for all samples, one after another, each as many numbers as the network has outputs. */
    public double[] predict(DataSet data) {
        if (data.inputWidth() != network.inputs()) {
            throw new IllegalArgumentException(
                    "the network takes %d numbers, the samples have %d".formatted(network.inputs(), data.inputWidth()));
        }
        int outputs = network.outputs();
        double[] predictions = new double[Math.multiplyExact(data.size(), outputs)];
        // Any loss will do, it is not asked for.
        NetworkLanes lanes = new NetworkLanes(network, new Loss.Mse());
        Samples samples = Samples.inOrder(data);
        for (int from = 0; from < data.size(); from += NetworkLanes.WIDTH) {
            int count = Math.min(NetworkLanes.WIDTH, data.size() - from);
            lanes.forward(parameters, samples, from, count, false);
            for (int k = 0; k < outputs; k++) {
                double[] row = lanes.predictions()[k];
                for (int i = 0; i < count; i++) {
                    predictions[(from + i) * outputs + k] = row[i];
                }
            }
        }
        return predictions;
    }

    /** The share of samples, from 0 to 1, whose prediction says what the target says. */
    public double accuracy(DataSet data, Decision decision) {
        double[] predictions = predict(data);
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            boolean agrees = decision.isRight(
                    predictions, i * network.outputs(), network.outputs(), data.targets(), i * data.targetWidth());
            right += agrees ? 1 : 0;
        }
        return (double) right / data.size();
    }

    /**
     * How often each class was taken for each: row by true class, column by predicted one. A single output decides between
     * the classes 0 and 1; several are one class each.
     */
    public int[][] confusion(DataSet data, Decision decision) {
        int outputs = network.outputs();
        int classes = outputs == 1 && decision != Decision.LARGEST ? 2 : outputs;
        int[][] counts = new int[classes][classes];
        double[] predictions = predict(data);
        for (int i = 0; i < data.size(); i++) {
            int actual = decision.targetClass(data.targets(), i * data.targetWidth(), outputs);
            int predicted = decision.predictedClass(predictions, i * outputs, outputs);
            counts[actual][predicted]++;
        }
        return counts;
    }
}
