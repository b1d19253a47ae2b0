package ag.files;

import ag.nn.SavedModel;
import ag.nn.SavedModel.SavedLayer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Puts a model together from the weights, biases and activations of a foreign file, layer by layer. */
final class LayerStack {
    private static final String PLAIN = "a network of ag is a chain of layers, each with one activation";

    private final Path file;
    private final List<double[][]> weights = new ArrayList<>();
    private final List<double[]> biases = new ArrayList<>();
    private final List<String> activations = new ArrayList<>();

    LayerStack(Path file) {
        this.file = file;
    }

    /** Begins a layer; a row for each neuron. */
    void weights(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw StoreException.of(file, "a layer has no neurons or no inputs", PLAIN);
        }
        if (!weights.isEmpty() && weights.getLast().length != rows[0].length) {
            throw StoreException.of(
                    file,
                    "layer %d takes %d numbers, and the layer before gives %d"
                            .formatted(weights.size() + 1, rows[0].length, weights.getLast().length),
                    PLAIN);
        }
        weights.add(rows);
        biases.add(new double[0]);
        activations.add("");
    }

    void biases(double[] numbers) {
        if (weights.isEmpty()
                || biases.getLast().length > 0
                || !activations.getLast().isEmpty()
                || numbers.length != weights.getLast().length) {
            throw StoreException.of(file, "something is added that is no bias of a layer", PLAIN);
        }
        biases.set(biases.size() - 1, numbers);
    }

    void activation(String name) {
        if (weights.isEmpty() || !activations.getLast().isEmpty()) {
            throw StoreException.of(file, name + " is applied to what is no layer", PLAIN);
        }
        activations.set(activations.size() - 1, name);
    }

    /** The model; a layer without an activation is linear. */
    SavedModel model(String name) {
        return model(name, "linear");
    }

    /** The model of a file that says no activations. */
    SavedModel withoutActivations(String name) {
        return model(name, SavedModel.UNTOLD);
    }

    private SavedModel model(String name, String standard) {
        if (weights.isEmpty()) {
            throw StoreException.of(file, "there are no layers in this file", PLAIN);
        }
        List<SavedLayer> layers = new ArrayList<>();
        DoubleStream.Builder parameters = DoubleStream.builder();
        for (int i = 0; i < weights.size(); i++) {
            String activation = activations.get(i).isEmpty() ? standard : activations.get(i);
            layers.add(new SavedLayer(weights.get(i).length, activation, false, biases.get(i).length > 0));
            Arrays.stream(weights.get(i)).flatMapToDouble(Arrays::stream).forEach(parameters);
            Arrays.stream(biases.get(i)).forEach(parameters);
        }
        return new SavedModel(
                name, weights.getFirst()[0].length, layers, parameters.build().toArray(), null);
    }
}
