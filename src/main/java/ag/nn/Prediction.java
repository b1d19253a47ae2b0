package ag.nn;

import ag.data.DataSet;

/** What a network says about samples, without learning from them. */
public final class Prediction {
    private Prediction() {}

    /**
     * The outputs for each sample, one sample after the other.
     *
     * @param inputs the samples, one after the other
     * @param count how many samples there are
     */
    public static double[] outputs(Network network, double[] parameters, double[] inputs, int count) {
        int width = network.outputs();
        double[] outputs = new double[Math.multiplyExact(count, width)];
        if (count == 0) {
            return outputs;
        }
        DataSet data = DataSet.ofFlat(inputs, network.inputs(), outputs, width);
        Samples samples = Samples.inOrder(data);
        NetworkLanes lanes = new NetworkLanes(network, new Loss.Mse(), count);
        for (int from = 0; from < count; from += NetworkLanes.WIDTH) {
            int block = Math.min(NetworkLanes.WIDTH, count - from);
            lanes.forward(parameters, samples, from, block, false);
            double[][] rows = lanes.predictions();
            for (int k = 0; k < width; k++) {
                for (int i = 0; i < block; i++) {
                    outputs[(from + i) * width + k] = rows[k][i];
                }
            }
        }
        return outputs;
    }
}
