package ag.nn.batch;

import ag.data.DataSet;
import ag.nn.Decision;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.SampleOrder;

/** What a network says about samples, without learning from them. It owns its rows, so each thread needs one of its own. */
public final class Prediction {
    private final Network network;
    private final NetworkLanes lanes;

    /**
     * @param most the largest number of samples that will be asked about at a time, or more
     */
    public Prediction(Network network, int most) {
        this.network = network;
        // Any loss will do, it is not asked for.
        lanes = new NetworkLanes(network, new Loss.Mse(), most);
    }

    /**
     * The outputs for each sample, one sample after the other.
     *
     * @param inputs the samples, one after the other
     * @param count how many samples there are
     */
    public double[] outputs(double[] parameters, double[] inputs, int count) {
        int width = network.outputs();
        double[] outputs = new double[Math.multiplyExact(count, width)];
        if (count == 0) {
            return outputs;
        }
        DataSet data = DataSet.ofFlat(inputs, network.inputs(), outputs, width);
        SampleOrder samples = SampleOrder.inOrder(data);
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

    /**
     * The share of samples that are right.
     *
     * @param decision how the outputs are read
     * @param betweenBlocks run now and then; what it throws ends this
     */
    public double accuracy(double[] parameters, DataSet data, Decision decision, Runnable betweenBlocks) {
        SampleOrder samples = SampleOrder.inOrder(data);
        int right = 0;
        for (int from = 0; from < data.size(); from += NetworkLanes.WIDTH) {
            betweenBlocks.run();
            int block = Math.min(NetworkLanes.WIDTH, data.size() - from);
            right += lanes.right(parameters, samples, from, block, decision);
        }
        return (double) right / data.size();
    }
}
