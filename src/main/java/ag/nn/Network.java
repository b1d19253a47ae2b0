package ag.nn;

import java.util.List;

/**
 * A network of fully connected layers: what it looks like, not what it has learned. Its parameters are one flat vector, kept
 * beside it: layer by layer, first the weights, row by row (a row for each neuron), then the biases of that layer.
 *
 * @param layers one or more layers, each taking as many inputs as the one before has neurons
 */
public record Network(List<Layer> layers) {
    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        for (int i = 1; i < layers.size(); i++) {
            int outputs = layers.get(i - 1).outputs();
            int inputs = layers.get(i).inputs();
            if (inputs != outputs) {
                throw new IllegalArgumentException("layer %d takes %d numbers, but the layer before has %d neurons"
                        .formatted(i + 1, inputs, outputs));
            }
        }
    }

    /** How many numbers a sample has. */
    public int inputs() {
        return layers.getFirst().inputs();
    }

    /** How many numbers a prediction has. */
    public int outputs() {
        return layers.getLast().outputs();
    }

    /** The length of the parameter vector. */
    public int parameterCount() {
        int count = 0;
        for (Layer layer : layers) {
            count = Math.addExact(count, layer.parameterCount());
        }
        return count;
    }

    /** Where the weights of a layer begin in the parameter vector; weight (neuron j, input k) is at j·inputs + k from here. */
    public int weightsAt(int layer) {
        int at = 0;
        for (Layer before : layers.subList(0, layer)) {
            at += before.parameterCount();
        }
        return at;
    }

    /** Where the biases of a layer begin in the parameter vector; only for a layer that has some. */
    public int biasesAt(int layer) {
        Layer of = layers.get(layer);
        return weightsAt(layer) + of.inputs() * of.outputs();
    }
}
