package ag.nn;

/**
 * A fully connected layer: each of its neurons takes a weighted sum of all inputs, adds its bias, and applies the
 * activation.
 *
 * @param inputs how many numbers come in, at least 1
 * @param outputs how many neurons it has, at least 1
 * @param activation what is applied to the weighted sums
 * @param bias whether each neuron has a bias
 */
public record Layer(int inputs, int outputs, Activation activation, boolean bias) {
    public Layer {
        if (inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("a layer needs at least one input and one neuron");
        }
        activation.requireWidth(outputs);
    }

    /** How many numbers the layer learns: a weight for each input of each neuron, and the biases. */
    public int parameterCount() {
        return Math.addExact(Math.multiplyExact(inputs, outputs), bias ? outputs : 0);
    }
}
